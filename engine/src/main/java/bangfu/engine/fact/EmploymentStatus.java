package bangfu.engine.fact;

/** 就业状态. */
public enum EmploymentStatus {
  UNEMPLOYED("失业"),
  FLEXIBLE("灵活就业"),
  EMPLOYMENT_BASE("就业基地"),
  EMPLOYER("单位就业"),
  PUBLIC_POST("公益性岗位");

  private final String label;

  EmploymentStatus(String label) {
    this.label = label;
  }

  /** The word of the extracts. */
  public String label() {
    return label;
  }
}
