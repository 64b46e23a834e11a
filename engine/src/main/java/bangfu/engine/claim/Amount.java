package bangfu.engine.claim;

/** An amount of money in a setting. */
@FunctionalInterface
public interface Amount {
  /**
   * The amount.
   *
   * @param day the accrual day, epoch day
   * @return fen, at least 0; null = not known on that day
   */
  Long fenOn(Setting setting, int day);

  /** An amount that a fact names. */
  static Amount fixed(Long fen) {
    return (setting, day) -> fen;
  }
}
