package bangfu.assess;

import bangfu.engine.time.IsoDay;
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.time.YearMonth;

/** The typed cells of a stored row; an empty cell is null. */
record Cells(StoredRow row) {
  LocalDate date(String column) {
    String value = row.value(column);
    return value == null ? null : IsoDay.parse(value);
  }

  /**
   * The last day of a spell: what the column says, or the day before a confirmed disappearance, if
   * that is earlier.
   */
  LocalDate lastDay(String column) {
    return earlier(date(column), lastDay());
  }

  /** The day before a confirmed disappearance; null while the row stands. */
  LocalDate lastDay() {
    return row.endedOn() == null ? null : row.endedOn().minusDays(1);
  }

  /** The earlier of two last days, null being never. */
  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  YearMonth month(String column) {
    String value = row.value(column);
    return value == null ? null : YearMonth.parse(value);
  }

  int number(String column) {
    return Integer.parseInt(row.value(column));
  }

  Long fen(String column) {
    String value = row.value(column);
    return value == null ? null : Long.valueOf(value);
  }

  boolean isYes(String column) {
    return "是".equals(row.value(column));
  }
}
