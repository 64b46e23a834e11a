package bangfu.rules;

/**
 * A policy file that says something it cannot say. Screens word it from its parts.
 *
 * <p>Never about persons: policy files hold none.
 */
public final class PackException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FOUND_CHARS = 120;

  /** What was expected instead. */
  public enum Expected {
    /** A folder with a {@code pack.yaml}. */
    FOLDER,
    /** One of the files a pack may hold. */
    FILE,
    /** A text file in UTF-8 of at most as many bytes as the detail says. */
    UTF8,
    /** A document in YAML; the detail is what its parser says. */
    YAML,
    /** One of the words in the detail. */
    ONE_OF,
    /** A value: the key is missing or empty. */
    VALUE,
    /** A single text, not a list or a map; at most as many characters as the detail says. */
    TEXT,
    /** A map of keys and values. */
    MAP,
    /** A list. */
    LIST,
    /** Each key once. */
    ONCE,
    /** A day such as 2018-01-01. */
    DATE,
    /** A last day that is not before the first. */
    ORDER,
    /** A number of the unit in the detail. */
    NUMBER,
    /** A clause id such as 2.2.4-m, at most ten characters. */
    CLAUSE,
    /** The name of a parameter; the detail lists those that are alike. */
    PARAMETER,
    /** The parameter in the file of the detail, where it stands. */
    HOME,
    /** {@code package policy.} and the measure's name. */
    PACKAGE,
    /** Rules that compile; the detail is what the compiler says. */
    DRL
  }

  private final String file;
  private final int line;
  private final String key;
  private final Expected expected;
  private final String detail;
  private final String found;

  PackException(String file, int line, String key, Expected expected, String detail, Object found) {
    super(
        file
            + ':'
            + line
            + ": "
            + key
            + ": expected "
            + expected
            + ' '
            + detail
            + ", but was '"
            + found
            + '\'');
    this.file = file;
    this.line = line;
    this.key = key;
    this.expected = expected;
    this.detail = detail;
    this.found = shortened(found == null ? "" : found.toString());
  }

  private static String shortened(String text) {
    int chars = text.codePointCount(0, text.length());
    return chars <= MOST_FOUND_CHARS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_FOUND_CHARS)) + "…";
  }

  /** Where it stands: the file, and the line if there is one. */
  public String place() {
    return line > 0 ? file + ':' + line : file;
  }

  /** Where in the file, such as {@code income-threshold.values[1].from}; empty for the whole. */
  public String key() {
    return key;
  }

  public Expected expected() {
    return expected;
  }

  /** Words or names: what {@link #expected} needs to be said in full; may be empty. */
  public String detail() {
    return detail;
  }

  /** What came; empty when nothing did. */
  public String found() {
    return found;
  }
}
