package bangfu.report;

import java.time.LocalDate;
import java.time.YearMonth;

/** The month a folder shows. Months are yyyymm in the database. */
public record Month(YearMonth yearMonth) {

  /** yyyymm. */
  public int number() {
    return number(yearMonth);
  }

  static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  /** yyyymm of the month before. */
  int previous() {
    return number(yearMonth.minusMonths(1));
  }

  /** yyyymm of the year's first month. */
  int firstOfYear() {
    return yearMonth.getYear() * 100 + 1;
  }

  public LocalDate lastDay() {
    return yearMonth.atEndOfMonth();
  }

  @Override
  public String toString() {
    return yearMonth.toString();
  }
}
