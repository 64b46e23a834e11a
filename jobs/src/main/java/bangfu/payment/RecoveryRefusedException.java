package bangfu.payment;

/** A step of a recovery that must not be taken. */
public final class RecoveryRefusedException extends StepRefusedException {
  private static final long serialVersionUID = 1L;

  /** Why; each has a message in every language. */
  public enum Why {
    /** No recovery has the number. */
    NONE,
    DECIDED_ALREADY,
    /** Nothing is collected or waived before it is decided. */
    NOT_DECIDED,
    /** All of it came back, or the rest was waived. */
    ENDED,
    /** More than is open. */
    TOO_MUCH,
    /** A batch that is not sent sets off some of it. */
    PREPARED,
    /** The money went to a school, an insurer or an institution. */
    NOT_HOUSEHOLD,
    SET_OFF_ALREADY,
    /** It is not set off. */
    NO_SET_OFF,
    /** The person is the one who decided the recovery. */
    SAME_PERSON,
    /** The account of the operating system is the one that decided it. */
    SAME_USER
  }

  public RecoveryRefusedException(Why why, String... about) {
    super("recovery", why, about);
  }
}
