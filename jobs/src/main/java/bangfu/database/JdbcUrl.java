package bangfu.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a JDBC URL says, and the settings that it lacks. */
record JdbcUrl(String text) {
  private static final String JDBC = "jdbc:";
  private static final String H2 = "jdbc:h2:";
  private static final String H2_MEMORY = "jdbc:h2:mem:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final Pattern REMOTE_OR_SPECIAL = Pattern.compile("[a-z]{2,}:");
  private static final String TRACE = ";TRACE_LEVEL_FILE=";
  private static final String FILE = "file:";
  private static final String WRITE_DELAY = ";WRITE_DELAY=";
  private static final String COMPACT = ";MAX_COMPACT_TIME=";
  private static final String PAGE = ";PAGE_SIZE=";
  private static final int PAGE_BYTES = 32_768;

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

  /** True for a database of H2 that can be closed and opened again. */
  boolean isH2Stored() {
    return !isPostgresql() && !text.startsWith(H2_MEMORY);
  }

  /**
   * Without H2's trace file, which would hold values of rows, and without its tidying at the end,
   * which takes a fifth of a second: the file's free space is used again all the same. In larger
   * pages than H2's 4,096 bytes, for a posting reads and writes whole stretches of the ledger.
   *
   * @param durable with H2's delayed writing switched off, for a commit just before a kill must be
   *     on the disk
   */
  String with(boolean durable) {
    String written =
        !durable || !isH2Stored() || has(WRITE_DELAY) ? text : text + WRITE_DELAY + "0";
    String quiet = has(TRACE) ? written : written + TRACE + "0";
    String untidied = has(COMPACT) ? quiet : quiet + COMPACT + "0";
    return has(PAGE) ? untidied : untidied + PAGE + PAGE_BYTES;
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

  /** Where to say who has it open; empty when the database is not a file of this machine. */
  Optional<Path> lockFile() {
    return beside(".lock");
  }

  /** A file beside the database; empty when the database is not a file of this machine. */
  Optional<Path> beside(String suffix) {
    String file = file();
    if (REMOTE_OR_SPECIAL.matcher(file).lookingAt()) {
      return Optional.empty();
    }
    String home = System.getProperty("user.home");
    return Optional.of(Path.of((file.startsWith("~") ? home + file.substring(1) : file) + suffix));
  }

  /** The path as it is written, if it is one. */
  private String file() {
    String place = text.startsWith(H2) ? text.substring(H2.length()).split(";", 2)[0] : POSTGRESQL;
    return place.startsWith(FILE) ? place.substring(FILE.length()) : place;
  }

  /** True for the file of an H2 database that is not there. */
  boolean isMissingFile() {
    return beside(".mv.db").map(file -> !Files.exists(file)).orElse(false);
  }

  /**
   * True when it says where a file of H2 is, and nothing else. H2 refuses a path that neither is
   * absolute nor says that it is not.
   */
  boolean isPlainFile() {
    String file = file();
    boolean isExplicit = file.startsWith(".") || file.startsWith("~") || Path.of(file).isAbsolute();
    return beside("").isPresent() && !text.contains(";") && isExplicit;
  }

  private boolean has(String setting) {
    return text.toUpperCase(Locale.ROOT).contains(setting);
  }
}
