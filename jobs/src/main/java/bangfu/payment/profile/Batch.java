package bangfu.payment.profile;

import java.time.YearMonth;

/**
 * What is known of a payment file before its rows are written.
 *
 * @param name of the file, without extension
 * @param month the posting month
 * @param totalFen the sum of the rows
 */
public record Batch(String name, YearMonth month, long rows, long totalFen) {

  String text(SummaryField field, AmountUnit unit) {
    return switch (field) {
      case BATCH -> name;
      case COUNT -> Long.toString(rows);
      case SUM -> unit.format(totalFen);
      case MONTH -> "%04d%02d".formatted(month.getYear(), month.getMonthValue());
    };
  }
}
