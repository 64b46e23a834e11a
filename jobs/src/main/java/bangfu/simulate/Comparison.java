package bangfu.simulate;

/** A sum under today's policy and under the one that is tried, fen. */
public record Comparison(long todayFen, long triedFen) {
  static final Comparison NOTHING = new Comparison(0, 0);

  public long changeFen() {
    return Math.subtractExact(triedFen, todayFen);
  }

  public Comparison plus(Comparison other) {
    return new Comparison(
        Math.addExact(todayFen, other.todayFen), Math.addExact(triedFen, other.triedFen));
  }
}
