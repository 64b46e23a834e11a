package bangfu.assess;

import bangfu.engine.fold.PendingItem;

/**
 * A sum that cannot be decided yet, as the last assessment saw it.
 *
 * @param period 归属期间
 * @param leastFen the least it can come to; null when unknown
 * @param mostFen the most it can come to; null when unknown
 */
public record PendingLine(
    String household,
    String subject,
    String clause,
    String period,
    String code,
    Long leastFen,
    Long mostFen) {

  static PendingLine of(PendingItem item) {
    return new PendingLine(
        item.household(),
        item.subject(),
        item.clause(),
        item.period().id(),
        item.code(),
        item.leastFen(),
        item.mostFen());
  }

  String[] cells() {
    return new String[] {household, subject, clause, period, code, text(leastFen), text(mostFen)};
  }

  static PendingLine of(String[] cells) {
    return new PendingLine(
        cells[0], cells[1], cells[2], cells[3], cells[4], fen(cells[5]), fen(cells[6]));
  }

  private static String text(Long fen) {
    return fen == null ? null : fen.toString();
  }

  private static Long fen(String text) {
    return text == null ? null : Long.valueOf(text);
  }
}
