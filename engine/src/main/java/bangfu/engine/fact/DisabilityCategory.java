package bangfu.engine.fact;

/** 残疾类别, with the digit of the certificate number. */
public enum DisabilityCategory {
  VISUAL(1, "视力"),
  HEARING(2, "听力"),
  SPEECH(3, "言语"),
  PHYSICAL(4, "肢体"),
  INTELLECTUAL(5, "智力"),
  MENTAL(6, "精神"),
  MULTIPLE(7, "多重");

  private final int digit;
  private final String label;

  DisabilityCategory(int digit, String label) {
    this.digit = digit;
    this.label = label;
  }

  /** The word of the extracts. */
  public String label() {
    return label;
  }

  /** The digit of the certificate number, 1 to 7. */
  public int digit() {
    return digit;
  }
}
