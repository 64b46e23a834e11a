package bangfu.payment.profile;

/**
 * Why a payment cannot stand in a bank's file; then it is held, never cut or replaced.
 *
 * @param column as the profile heads it
 */
public record Unwritable(String column, Reason reason) {
  /** What is wrong with the value. */
  public enum Reason {
    /** A character that the bank's encoding lacks. */
    ENCODING,
    /** More bytes than the place has. */
    TOO_LONG,
    /** A separator in a file without quotes, or a control character: the bank would misread it. */
    SEPARATOR
  }
}
