package bangfu.database;

import java.util.Optional;

/** Another process has the H2 file open; only one can. */
public final class DatabaseInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String location;
  private final transient Holder holder;

  DatabaseInUseException(String location, Holder holder, Throwable cause) {
    super("the database " + location + " is in use by another process", cause);
    this.location = location;
    this.holder = holder;
  }

  /** Who has it open; empty when it did not say so, as a program other than ours. */
  public Optional<Holder> holder() {
    return Optional.ofNullable(holder);
  }

  /** The file, as the JDBC URL names it. */
  public String location() {
    return location;
  }
}
