package bangfu.sample.defect;

/**
 * What a plant does to the lines of the ledger that the clean delivery gives.
 *
 * @param household {@code *} for every household
 * @param subject identity or household number; {@code *} for every subject
 * @param clause {@code *} for every clause
 * @param period {@code *} for every period
 * @param code what holds the money; empty when nothing does
 */
record Effect(
    Kind kind, String household, String subject, String clause, String period, String code) {
  static final String ANY = "*";

  /** In the words of the list. */
  enum Kind {
    /** Every line stays as it is. */
    UNCHANGED("不变"),
    /** The lines are not there. */
    LOST("不再入账"),
    /** The lines are not there, and wait in pending.csv with the code. */
    HELD("挂起"),
    /** The lines are there; what goes to the household waits in held.csv with the code. */
    NOT_SENT("入账不发放");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** The sum that is left of the lines, in yuan; empty when they stay. */
  String amount() {
    return kind == Kind.LOST || kind == Kind.HELD ? "0.00" : "";
  }

  static Effect none(String household) {
    return new Effect(Kind.UNCHANGED, household, ANY, ANY, ANY, "");
  }

  static Effect lost(String household, String subject, String clause, String period) {
    return new Effect(Kind.LOST, household, subject, clause, period, "");
  }

  static Effect held(String household, String subject, String clause, String code) {
    return new Effect(Kind.HELD, household, subject, clause, ANY, code);
  }

  static Effect notSent(String household, String code) {
    return new Effect(Kind.NOT_SENT, household, ANY, ANY, ANY, code);
  }
}
