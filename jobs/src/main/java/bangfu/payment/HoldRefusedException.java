package bangfu.payment;

/** A release that must not be. */
public final class HoldRefusedException extends StepRefusedException {
  private static final long serialVersionUID = 1L;

  /** Why; each has a message in every language. */
  public enum Why {
    /** Nothing was ever held under the number. */
    NONE,
    /** No money waits under the number any more. */
    NOT_HELD,
    RELEASED_ALREADY,
    /** The person is the one who prepared when it was held. */
    SAME_PERSON,
    /** The account of the operating system is the one that prepared then. */
    SAME_USER
  }

  public HoldRefusedException(Why why, String... about) {
    super("hold", why, about);
  }
}
