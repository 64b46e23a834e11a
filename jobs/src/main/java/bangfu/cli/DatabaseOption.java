package bangfu.cli;

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
}
