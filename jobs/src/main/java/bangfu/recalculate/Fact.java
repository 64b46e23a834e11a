package bangfu.recalculate;

import java.time.LocalDate;

/**
 * A delivered row that changed.
 *
 * @param table name of its table
 * @param title the table's title
 * @param values the columns that changed as {@code 列 旧→新}, or those of a row that appeared or is
 *     gone as {@code 列 值}
 * @param before where the version of before stands; null = the row was not there
 * @param after where the version of after stands; null = the row is not there any more
 */
public record Fact(
    String table, String title, Kind kind, String values, Place before, Place after) {

  /** What became of the row. */
  public enum Kind {
    APPEARED,
    CHANGED,
    /** The same values, which now count for all time. */
    CORRECTED,
    /** A department confirmed that it ended. */
    ENDED,
    /** It was never true, or is about somebody else. */
    WITHDRAWN
  }

  /**
   * Where a row stands.
   *
   * @param asOf as-of day of the delivery
   * @param line physical line or sheet row, from 1
   */
  public record Place(int delivery, LocalDate asOf, String file, int line) {
    private static final String SEPARATOR = "\u001D";

    private String toPart() {
      return String.join(
          SEPARATOR, Integer.toString(delivery), asOf.toString(), file, Integer.toString(line));
    }

    private static Place parse(String part) {
      if (part.isEmpty()) {
        return null;
      }
      String[] parts = part.split(SEPARATOR, -1);
      return new Place(
          Integer.parseInt(parts[0]),
          LocalDate.parse(parts[1]),
          parts[2],
          Integer.parseInt(parts[3]));
    }
  }

  private static final String SEPARATOR = "\u001E";

  String toPart() {
    return String.join(
        SEPARATOR,
        table,
        title,
        kind.name(),
        values,
        before == null ? "" : before.toPart(),
        after == null ? "" : after.toPart());
  }

  static Fact parse(String part) {
    String[] parts = part.split(SEPARATOR, -1);
    return new Fact(
        parts[0],
        parts[1],
        Kind.valueOf(parts[2]),
        parts[3],
        Place.parse(parts[4]),
        Place.parse(parts[5]));
  }
}
