package bangfu.engine.fact;

/** 学段. */
public enum SchoolStage {
  PRESCHOOL("学前"),
  PRIMARY("小学"),
  JUNIOR_SECONDARY("初中"),
  SENIOR_SECONDARY("普高"),
  SECONDARY_VOCATIONAL("中职"),
  TECHNICIAN("技工"),
  COLLEGE("专科"),
  BACHELOR("本科"),
  POSTGRADUATE("研究生");

  private final String label;

  SchoolStage(String label) {
    this.label = label;
  }

  /** The word of the extracts. */
  public String label() {
    return label;
  }
}
