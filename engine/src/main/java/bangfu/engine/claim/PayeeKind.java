package bangfu.engine.claim;

/** 收款类别. Only {@link #HOUSEHOLD} lines ever reach a bank file. */
public enum PayeeKind {
  HOUSEHOLD("家庭"),
  SCHOOL("学校"),
  MEDICAL_INSURER("医保"),
  ACCIDENT_INSURER("意外险"),
  SERVICE_ORGANISATION("服务机构"),
  INSTITUTION("机构");

  private final String label;

  PayeeKind(String label) {
    this.label = label;
  }

  /** The word of the outputs. */
  public String label() {
    return label;
  }
}
