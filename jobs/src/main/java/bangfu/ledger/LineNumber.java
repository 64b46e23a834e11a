package bangfu.ledger;

import java.time.YearMonth;

/** 流水号: {@code YYYYMM-nnnnnnn} for people and files; the same digits as one number in tables. */
public final class LineNumber {
  private static final long PER_MONTH = 10_000_000;

  private LineNumber() {}

  /**
   * A number of a month.
   *
   * @param count from 1
   * @throws IllegalStateException when the month has no such number
   */
  static long of(YearMonth month, long count) {
    if (count >= PER_MONTH) {
      throw new IllegalStateException(
          "expected less than " + PER_MONTH + " lines in " + month + ", but was " + count);
    }
    return before(month) + count;
  }

  /** Smaller than each number of a month, greater than each of the months before. */
  public static long before(YearMonth month) {
    return Months.number(month) * PER_MONTH;
  }

  /** The largest number that a line of the month can have. */
  public static long last(YearMonth month) {
    return before(month) + PER_MONTH - 1;
  }

  /** The month of a number. */
  static YearMonth month(long number) {
    return Months.of((int) (number / PER_MONTH));
  }

  /** As people read it. */
  public static String text(long number) {
    String digits = Long.toString(number);
    return digits.substring(0, 6) + '-' + digits.substring(6);
  }

  /** From {@link #text}. */
  public static long parse(String text) {
    return Long.parseLong(text.substring(0, 6) + text.substring(7));
  }
}
