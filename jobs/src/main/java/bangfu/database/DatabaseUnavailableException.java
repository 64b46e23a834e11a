package bangfu.database;

/** The database cannot be used as it is; a person must do something first. */
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** Nobody answers there. */
    UNREACHABLE,
    /** The server has no database of that name. */
    MISSING,
    /** There is no such file, and nobody asked for a new one. */
    NO_FILE,
    /** User or password is wrong, or the user may not come from here. */
    LOGIN_REFUSED,
    /** The user may not create tables in the schema. */
    NOT_ALLOWED,
    /** The server has no connection left. */
    TOO_MANY_CONNECTIONS,
    /** The database cannot hold every character. */
    NOT_UTF8,
    /**
     * It was written with Zstandard, whose library this machine does not load; names the folder.
     */
    ZSTANDARD_MISSING
  }

  private final Reason reason;
  private final String location;

  DatabaseUnavailableException(Reason reason, String location, Throwable cause) {
    super("the database " + location + " cannot be used: " + reason, cause);
    this.reason = reason;
    this.location = location;
  }

  public Reason reason() {
    return reason;
  }

  /** Where the database is, without user and password. */
  public String location() {
    return location;
  }
}
