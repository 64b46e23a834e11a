package bangfu.quality;

import bangfu.engine.fact.Source;

/**
 * What a check found.
 *
 * @param check {@code Q01} to {@code Q40}
 * @param household empty when it concerns none
 * @param subject identity number, household number or another name; empty when it concerns none
 * @param table the table the row is in; empty when there is none
 * @param line physical line or sheet row; 0 when there is none
 * @param message what was found, in Chinese
 * @param handling what was done about it, in Chinese
 */
public record Finding(
    String check,
    Level level,
    String household,
    String subject,
    String table,
    int line,
    String message,
    String handling) {

  static final String HELD = "相关资金挂起";
  static final String KEPT = "照常计算";
  static final String REFUSED = "不予补助";

  /** A finding about a row. */
  public static Finding at(
      String check, Level level, String household, String subject, Source row, String message) {
    return new Finding(
        check,
        level,
        household,
        subject,
        row.table(),
        row.line(),
        message,
        level == Level.BLOCK ? HELD : KEPT);
  }
}
