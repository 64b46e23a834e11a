package bangfu.policy;

import bangfu.payment.StepRefusedException;

/** A pack that must not be registered, approved or posted by. */
public final class PackRefusedException extends StepRefusedException {
  private static final long serialVersionUID = 1L;

  /** Why; each has a message in every language. */
  public enum Why {
    /** No pack was registered whose hash begins so. */
    UNKNOWN,
    REGISTERED_ALREADY,
    APPROVED_ALREADY,
    /** The person is the one who registered it. */
    SAME_PERSON,
    /** The account of the operating system is the one that registered it. */
    SAME_USER,
    NOT_REGISTERED,
    NOT_APPROVED,
    /** Another pack is in force, and this one was approved before that. */
    REPLACED,
    /** A later month was posted; this one was posted by another pack. */
    OTHER_THEN
  }

  public PackRefusedException(Why why, String... about) {
    super("policy", why, about);
  }
}
