package bangfu.sample;

import java.time.LocalDate;

/** The fixed days of the sample, and arithmetic in which null stands for never. */
final class SampleDates {
  /** The day on which the surveyed households are filed. */
  static final LocalDate FILED_ON = LocalDate.of(2017, 3, 10);

  private SampleDates() {}

  static LocalDate earlier(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The last day of the month in which {@code day} falls. */
  static LocalDate monthEnd(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }
}
