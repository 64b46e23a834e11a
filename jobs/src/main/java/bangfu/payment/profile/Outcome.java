package bangfu.payment.profile;

/** What became of a payment at the bank. */
public enum Outcome {
  SUCCESS,
  FAILURE,
  /** Not decided yet; never taken for a failure. */
  PENDING
}
