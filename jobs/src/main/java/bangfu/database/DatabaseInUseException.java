package bangfu.database;

/** Another process has the H2 file open; only one can. */
public final class DatabaseInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String location;

  DatabaseInUseException(String location, Throwable cause) {
    super("the database " + location + " is in use by another process", cause);
    this.location = location;
  }

  /** The file, as the JDBC URL names it. */
  public String location() {
    return location;
  }
}
