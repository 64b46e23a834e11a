package bangfu.sample.defect;

import java.util.List;

/**
 * Something that was bent.
 *
 * @param reason which statement about files it tries, in Chinese
 * @param line null for a whole file
 * @param column empty for a whole line; several joined by 、 for a key
 * @param finding a reject code, a check of quality.csv, or one of the words below
 * @param effects at least one
 */
record Plant(
    String reason,
    DirtyTable table,
    DirtyLine line,
    String column,
    String finding,
    List<Effect> effects) {
  /** The file is refused (Q39). */
  static final String REFUSED = "REFUSED";

  /** Nothing is found: the row counts like any other. */
  static final String ACCEPTED = "ACCEPTED";

  /** The line counts as blank. */
  static final String BLANK = "BLANK";

  /** The line counts as header. */
  static final String HEADER = "HEADER";

  Plant {
    effects = List.copyOf(effects);
  }
}
