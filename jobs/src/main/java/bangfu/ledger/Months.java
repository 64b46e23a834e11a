package bangfu.ledger;

import java.time.YearMonth;

/** Months as the tables keep them: yyyymm. */
public final class Months {
  private Months() {}

  public static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  public static YearMonth of(int number) {
    return YearMonth.of(number / 100, number % 100);
  }
}
