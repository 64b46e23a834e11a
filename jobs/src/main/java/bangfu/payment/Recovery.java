package bangfu.payment;

/**
 * Money that had left and is to be got back.
 *
 * @param lineNo of the reversing line, which is 追回号
 * @param originalLineNo of the line taken back
 * @param amountFen the whole sum, greater than 0
 * @param collectedFen what came back so far, at most the whole sum
 */
public record Recovery(
    long lineNo,
    long originalLineNo,
    String household,
    String clause,
    long amountFen,
    long collectedFen,
    State state) {
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

  /** What is still to come, in fen; 0 once it is waived. */
  public long openFen() {
    return state.isOpen() ? amountFen - collectedFen : 0;
  }
}
