package bangfu.rules;

import java.util.Locale;

/**
 * A clause in words, in Chinese.
 *
 * @param subject whom it decides about; null for a clause without claims of its own
 * @param concerned who that is: for everybody else it has nothing to decide; empty when unknown
 * @param summary what it says; empty when nobody wrote it
 * @param reading what was settled where the text can be read in more than one way; empty = nothing
 */
public record ClauseWords(Subject subject, String concerned, String summary, String reading) {
  public static final ClauseWords NONE = new ClauseWords(null, "", "", "");

  /** Whom a clause decides about. */
  public enum Subject {
    PERSON,
    HOUSEHOLD;

    /** The subject that a policy file names. */
    static Subject of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
