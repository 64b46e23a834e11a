package bangfu.cli;

import bangfu.database.Database;
import bangfu.database.Holder;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Where the register and the ledger are. */
final class DatabaseOption {
  static final String DEFAULT_URL = "jdbc:h2:file:./bangfu";

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      defaultValue = DEFAULT_URL,
      descriptionKey = "option.db")
  private String url;

  String url() {
    return url;
  }

  /** Opens it, and creates it when there is none. */
  Database open(Terminal terminal) {
    return Database.open(url, Holder.self(terminal.command(), Instant.now()));
  }
}
