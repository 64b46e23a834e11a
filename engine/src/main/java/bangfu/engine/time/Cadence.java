package bangfu.engine.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often a sum comes: turns days into periods. */
public enum Cadence {
  /** Calendar months, {@code M2017-03}. */
  MONTH(12) {
    @Override
    Period make(int index) {
      YearMonth month = YearMonth.of(FIRST_YEAR + index / 12, 1 + index % 12);
      return period("M" + month, month.atDay(1), month.atEndOfMonth());
    }
  },
  /** Calendar years, {@code Y2017}. */
  YEAR(1) {
    @Override
    Period make(int index) {
      int year = FIRST_YEAR + index;
      return period("Y" + year, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
  },
  /**
   * School years from the census day, 30 September, to 31 August, {@code AY2017}. The days between
   * belong to none (reading D22).
   */
  SCHOOL_YEAR(1) {
    @Override
    Period make(int index) {
      int year = FIRST_YEAR + index;
      return period("AY" + year, LocalDate.of(year, 9, 30), LocalDate.of(year + 1, 8, 31));
    }
  };

  private static final int FIRST_YEAR = 2000;
  private static final int YEARS = 60;

  /** The periods of each cadence in order, made once. */
  private static final class Known {
    static final Map<Cadence, Period[]> PERIODS = new EnumMap<>(Cadence.class);

    static {
      for (Cadence cadence : Cadence.values()) {
        Period[] periods = new Period[YEARS * cadence.perYear];
        Arrays.setAll(periods, cadence::make);
        PERIODS.put(cadence, periods);
      }
    }
  }

  private final int perYear;

  Cadence(int perYear) {
    this.perYear = perYear;
  }

  private Period[] periods() {
    return Known.PERIODS.get(this);
  }

  abstract Period make(int index);

  static Period period(String id, LocalDate first, LocalDate last) {
    return new Period(id, DaySet.day(first), DaySet.day(last));
  }

  /** The periods with at least one of these days, in order. */
  public List<Period> touching(DaySet days) {
    if (days.isEmpty()) {
      return List.of();
    }
    List<Period> found = new ArrayList<>();
    Period[] periods = periods();
    for (int i = indexFrom(days.first(), periods); i < periods.length; i++) {
      Period period = periods[i];
      if (period.firstDay() > days.last()) {
        break;
      }
      if (days.meets(period.days())) {
        found.add(period);
      }
    }
    return found;
  }

  /** The period of this cadence to which the day belongs, or null. */
  public Period containing(int day) {
    Period[] periods = periods();
    Period candidate = periods[Math.min(indexFrom(day, periods), periods.length - 1)];
    return candidate.firstDay() <= day && day <= candidate.lastDay() ? candidate : null;
  }

  /** The index of the first period that ends on or after the day. */
  private static int indexFrom(int day, Period[] periods) {
    int low = 0;
    int high = periods.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (periods[middle].lastDay() < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The period of this cadence with that id, for texts such as {@code AY2017}; null when there is
   * none.
   */
  public Period named(String id) {
    for (Period period : periods()) {
      if (period.id().equals(id)) {
        return period;
      }
    }
    return null;
  }
}
