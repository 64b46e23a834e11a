package bangfu.payment;

/**
 * Money that had left and is to be got back.
 *
 * @param lineNo of the reversing line, which is 追回号
 * @param originalLineNo of the line taken back
 * @param amountFen the whole sum, greater than 0
 * @param collectedFen what came back so far, at most the whole sum; by set-off too
 * @param waivedFen what was given up
 * @param preparedFen of the open rest: what batches that are not sent set off
 * @param toHousehold whether a household got it, and not a school, an insurer or an institution
 */
public record Recovery(
    long lineNo,
    long originalLineNo,
    String household,
    String clause,
    long amountFen,
    long collectedFen,
    long waivedFen,
    long preparedFen,
    boolean isDecided,
    boolean toHousehold) {
  /** How far it has come. */
  public enum State {
    PROPOSED("待追回"),
    DECIDED("已决定"),
    PARTLY_COLLECTED("部分追回"),
    COLLECTED("已追回"),
    WAIVED("已豁免");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The word in files. */
    public String label() {
      return label;
    }

    /** True while money may still come back. */
    public boolean isOpen() {
      return this != COLLECTED && this != WAIVED;
    }
  }

  /** How far it has come. */
  public State state() {
    if (openFen() == 0) {
      return waivedFen > 0 ? State.WAIVED : State.COLLECTED;
    }
    if (collectedFen > 0) {
      return State.PARTLY_COLLECTED;
    }
    return isDecided ? State.DECIDED : State.PROPOSED;
  }

  /** What is still to come, in fen; 0 once the rest is waived. */
  public long openFen() {
    return amountFen - collectedFen - waivedFen;
  }

  /** What is still to come beyond what prepared batches set off. */
  public long uncoveredFen() {
    return openFen() - preparedFen;
  }
}
