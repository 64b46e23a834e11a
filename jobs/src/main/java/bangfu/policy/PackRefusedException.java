package bangfu.policy;

import java.util.List;

/** A pack that must not be registered, approved or posted by. */
public final class PackRefusedException extends RuntimeException {
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

  private final Why why;
  private final List<String> about;

  public PackRefusedException(Why why, String... about) {
    super(why + " " + String.join(" ", about));
    this.why = why;
    this.about = List.of(about);
  }

  public Why why() {
    return why;
  }

  /** What the message names: pack, person, folder. */
  public List<String> about() {
    return about;
  }
}
