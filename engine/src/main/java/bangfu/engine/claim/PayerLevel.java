package bangfu.engine.claim;

/** 付款层级. */
public enum PayerLevel {
  CITY("市"),
  DISTRICT("区"),
  TOWN("镇"),
  /** No payer rule yet; such a line is never sent (reading D50). */
  UNSPECIFIED("未定");

  private final String label;

  PayerLevel(String label) {
    this.label = label;
  }

  /** The word of the extracts and outputs. */
  public String label() {
    return label;
  }
}
