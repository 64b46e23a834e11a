package bangfu.ledger;

/** 原因 of a line. */
public enum Reason {
  NORMAL("正常"),
  /** Accrued before the month that posts it. */
  ARREARS("补发"),
  /** Takes back the whole of one earlier line. */
  REVERSAL("冲销");

  private final String label;

  Reason(String label) {
    this.label = label;
  }

  /** The word of the outputs. */
  public String label() {
    return label;
  }
}
