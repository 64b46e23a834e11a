package bangfu.quality;

/** 级别. */
public enum Level {
  /** Money waits until it is settled. */
  BLOCK("阻断"),
  /** Worth a look; holds nothing. */
  WARN("提醒"),
  /** For reconciling totals. */
  RECONCILE("对账");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** The word of the outputs. */
  public String label() {
    return label;
  }
}
