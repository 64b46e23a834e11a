package bangfu.payment.profile;

/**
 * A bank profile that says something it cannot say, or that does not exist. Screens word it from
 * its parts.
 */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FOUND_CHARS = 80;

  /** What was expected instead. */
  public enum Expected {
    /** A profile of the program, by name, or a file; the detail lists the names. */
    PROFILE,
    /** A document in YAML; the detail is what its parser says. */
    YAML,
    /** One of the words in the detail. */
    ONE_OF,
    /** A value: the key is missing or empty. */
    VALUE,
    /** A single text, not a list or a map. */
    TEXT,
    /** A map of keys and values. */
    MAP,
    /** A list that is not empty; the detail says of what. */
    LIST,
    /** A whole number in the range of the detail. */
    NUMBER,
    /** One character that is no letter, digit, quote or line end; {@code tab} for a tab. */
    CHARACTER,
    /** Either a separator or, for every place, a width. */
    SEPARATOR_OR_WIDTH,
    /** A place with either a field or a text. */
    FIELD_OR_TEXT,
    /** A column with the field of the detail. */
    COLUMN,
    /** The word of the detail only once. */
    ONCE,
    /** Room and encoding for the text of the detail, which every file may hold. */
    ROOM,
    /** Another padding, for zeros fill up numbers only. */
    NUMBER_PADDING,
    /** For the extension csv a row of names, then payments and nothing else, with quotes. */
    PLAIN_CSV
  }

  private final String profile;
  private final String key;
  private final Expected expected;
  private final String detail;
  private final String found;

  ProfileException(String profile, String key, Expected expected, String detail, Object found) {
    super(profile + ": " + key + ": expected " + expected + " " + detail + ", but was " + found);
    this.profile = profile;
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

  /** The profile as it was named. */
  public String profile() {
    return profile;
  }

  /** Where in the profile, such as {@code payment.columns[2].width}; empty for the whole. */
  public String key() {
    return key;
  }

  public Expected expected() {
    return expected;
  }

  /** Words, a range, a text: what {@link #expected} needs to be said in full; may be empty. */
  public String detail() {
    return detail;
  }

  /** What came; empty when nothing did. */
  public String found() {
    return found;
  }
}
