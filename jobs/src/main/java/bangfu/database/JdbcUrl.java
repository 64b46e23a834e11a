package bangfu.database;

import java.util.Locale;

/** What a JDBC URL says, and the settings that it lacks. */
record JdbcUrl(String text) {
  private static final String JDBC = "jdbc:";
  private static final String H2 = "jdbc:h2:";
  private static final String H2_MEMORY = "jdbc:h2:mem:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String WRITE_DELAY = ";WRITE_DELAY=";

  /**
   * @throws UnknownDatabaseException when it is the URL of another kind of database
   */
  JdbcUrl {
    if (!text.startsWith(H2) && !text.startsWith(POSTGRESQL)) {
      throw new UnknownDatabaseException(location(text));
    }
  }

  boolean isPostgresql() {
    return text.startsWith(POSTGRESQL);
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
    return location(text);
  }

  private static String location(String url) {
    String place = url.split("[;?]", 2)[0];
    int user = place.lastIndexOf('@');
    String withoutUser = user < 0 ? place : "…" + place.substring(user);
    return withoutUser.startsWith(JDBC) ? withoutUser.substring(JDBC.length()) : withoutUser;
  }

  private boolean has(String setting) {
    return text.toUpperCase(Locale.ROOT).contains(setting);
  }
}
