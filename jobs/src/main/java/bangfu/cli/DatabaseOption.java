package bangfu.cli;

import bangfu.database.Database;
import bangfu.database.Holder;
import bangfu.database.StoreWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Where the register and the ledger are. */
final class DatabaseOption {
  /** How long a command has to say by itself that the database's file is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static final String DEFAULT_URL = "jdbc:h2:file:./bangfu";

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      defaultValue = DEFAULT_URL,
      descriptionKey = "option.db")
  private String url;

  @Option(names = "--log", paramLabel = "FILE", descriptionKey = "option.log")
  private Path log;

  String url() {
    return url;
  }

  /** Where the log goes: beside the database unless told otherwise. */
  Path log() {
    return log != null ? log : Database.beside(url, ".log").orElse(Path.of("bangfu.log"));
  }

  /** Opens it for looking; nothing is created when there is none, not even a log. */
  Database openExisting(Terminal terminal) {
    Database.requireExisting(url);
    return open(terminal);
  }

  /** Opens it, and creates it when there is none. */
  Database open(Terminal terminal) {
    terminal.logTo(log());
    return Database.open(
        url,
        Holder.self(terminal.command(), Instant.now()),
        new StoreWatch.Watcher(PATIENCE, reason -> giveUp(reason, terminal)));
  }

  /**
   * Ends as a kill would, which the next start heals: threads may wait for the database for ever.
   */
  private static void giveUp(Throwable reason, Terminal terminal) {
    try {
      terminal.say(Failures.message(reason, terminal));
    } finally {
      Runtime.getRuntime().halt(ExitCodes.FAILED);
    }
  }
}
