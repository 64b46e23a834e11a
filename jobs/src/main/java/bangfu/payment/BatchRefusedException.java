package bangfu.payment;

/** A step of a batch that must not be taken. */
public final class BatchRefusedException extends StepRefusedException {
  private static final long serialVersionUID = 1L;

  /** Why; each has a message in every language. */
  public enum Why {
    /** There is no such batch, or none in the month. */
    NONE,
    /** It needs no approval, for it counts as sent. */
    SENT_ALREADY,
    APPROVED_ALREADY,
    NOT_APPROVED,
    /** The person is the one who prepared it. */
    SAME_PERSON,
    /** The account of the operating system is the one that prepared it. */
    SAME_USER,
    /** The month holds batches that are not sent. */
    UNSENT,
    /** Later months were posted, or this one was never posted. */
    NOT_LAST,
    CLOSED_ALREADY,
    /** No payment waits for a decision after the bank gave it back. */
    NOTHING_RETURNED,
    /** This payment is not one that the bank gave back, or something was done about it. */
    NOT_RETURNED,
    /** The recovery of a line of this payment was paid by set-off, in part at least. */
    SET_OFF
  }

  public BatchRefusedException(Why why, String... about) {
    super("batch", why, about);
  }
}
