package bangfu.engine.fact;

/** 险种. */
public enum MedicalScheme {
  RESIDENT("居民"),
  EMPLOYEE("职工");

  private final String label;

  MedicalScheme(String label) {
    this.label = label;
  }

  /** The word of the extracts. */
  public String label() {
    return label;
  }
}
