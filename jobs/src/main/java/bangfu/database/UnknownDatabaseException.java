package bangfu.database;

/** The URL is that of no database that can be opened here. */
public final class UnknownDatabaseException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String location;

  UnknownDatabaseException(String location) {
    super(
        "expected a URL jdbc:h2:file:… or jdbc:postgresql://host/database?…, but was '"
            + location
            + "'");
    this.location = location;
  }

  /** The URL without its settings. */
  public String location() {
    return location;
  }
}
