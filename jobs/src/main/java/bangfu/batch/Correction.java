package bangfu.batch;

/**
 * A posting outside the monthly run.
 *
 * @param scope whose lines are posted
 * @param reason why, for the record
 * @param operator who asked for it; empty = nobody is named
 */
public record Correction(Scope scope, String reason, String operator) {
  /** Longest reason, in characters, that the record keeps. */
  public static final int MOST_REASON_CHARS = 500;

  /** Longest name of an operator, in characters. */
  public static final int MOST_OPERATOR_CHARS = 100;

  public Correction {
    if (reason.isBlank() || reason.length() > MOST_REASON_CHARS) {
      throw new IllegalArgumentException("expected a reason of 1 to 500 characters");
    }
    if (operator.length() > MOST_OPERATOR_CHARS) {
      throw new IllegalArgumentException("expected an operator of at most 100 characters");
    }
  }
}
