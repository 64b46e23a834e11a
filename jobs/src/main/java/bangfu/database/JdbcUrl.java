package bangfu.database;

import java.util.Locale;

/** What a JDBC URL says, and the settings of H2 that it lacks. */
record JdbcUrl(String text) {
  private static final String H2 = "jdbc:h2:";
  private static final String H2_MEMORY = "jdbc:h2:mem:";
  private static final String WRITE_DELAY = ";WRITE_DELAY=";

  /**
   * @throws IllegalArgumentException when it is the URL of another database
   */
  JdbcUrl {
    if (!text.startsWith(H2)) {
      throw new IllegalArgumentException("expected a URL " + H2 + "…, but was '" + text + "'");
    }
  }

  /** With H2's delayed writing switched off: a commit just before a kill must be on the disk. */
  String durable() {
    return text.startsWith(H2_MEMORY) || has(WRITE_DELAY) ? text : text + WRITE_DELAY + "0";
  }

  boolean namesUser() {
    return has(";USER=");
  }

  /** Without settings, which may hold a password. */
  String location() {
    int settings = text.indexOf(';');
    return text.substring(H2.length(), settings < 0 ? text.length() : settings);
  }

  private boolean has(String setting) {
    return text.toUpperCase(Locale.ROOT).contains(setting);
  }
}
