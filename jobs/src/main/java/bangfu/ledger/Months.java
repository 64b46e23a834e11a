package bangfu.ledger;

import java.time.YearMonth;

/** Months as the tables keep them: yyyymm. */
public final class Months {
  private Months() {}

  public static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  /** What the numbers of a month's lines begin with; smaller than each of them. */
  public static String numbersBegin(YearMonth month) {
    return number(month) + "-";
  }

  /** The largest number that a line of the month can have. */
  public static String numbersEnd(YearMonth month) {
    return number(month) + "-9999999";
  }

  public static YearMonth of(int number) {
    return YearMonth.of(number / 100, number % 100);
  }
}
