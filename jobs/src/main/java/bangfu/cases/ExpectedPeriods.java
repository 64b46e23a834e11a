package bangfu.cases;

import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The periods that a case means: {@code M2017-03}, {@code M2017-03..M2017-12}, {@code Y2017},
 * {@code AY2017}, {@code 2017} (every period of that year), {@code ONCE}, {@code ITEM:…}; null =
 * any.
 */
final class ExpectedPeriods {
  private ExpectedPeriods() {}

  static boolean isIn(String wanted, Period period) {
    if (wanted == null) {
      return true;
    }
    String id = period.id();
    if (isYear(wanted)) {
      return id.replaceFirst("^A?[YM]+", "").startsWith(wanted);
    }
    if (wanted.startsWith("M")) {
      return monthsOf(wanted).contains(id);
    }
    return id.equals(wanted) || id.toUpperCase(Locale.ROOT).startsWith(wanted + ':');
  }

  /** A year without a cadence. */
  static boolean isYear(String wanted) {
    return wanted.matches("\\d{4}");
  }

  /** The months of {@code M2017-03..M2017-12} or of one month. */
  static List<String> monthsOf(String period) {
    String[] ends = period.split("\\.\\.", -1);
    DaySet days =
        DaySet.between(month(ends[0]).atDay(1), month(ends[ends.length - 1]).atEndOfMonth());
    return Cadence.MONTH.touching(days).stream().map(Period::id).toList();
  }

  private static YearMonth month(String id) {
    try {
      return YearMonth.parse(id.replaceFirst("^M", ""));
    } catch (DateTimeException e) {
      throw new CaseSyntaxException(
          "expected months such as M2017-03 or M2017-03..M2017-12, but was '" + id + "'", e);
    }
  }

  /**
   * The months inside the case's window for which what is expected is missing; none for a clause
   * that does not go by months.
   *
   * @param found the periods for which it was found
   * @param outside the periods of the clause that lie outside the plan
   */
  static List<String> missingMonths(
      String wanted, PolicyCase policyCase, Collection<String> found, Collection<String> outside) {
    boolean monthly = found.stream().anyMatch(id -> id.startsWith("M"));
    if (wanted == null || !(wanted.startsWith("M") || (isYear(wanted) && monthly))) {
      return List.of();
    }
    String range = isYear(wanted) ? "M" + wanted + "-01..M" + wanted + "-12" : wanted;
    List<String> missing = new ArrayList<>(monthsOf(range));
    missing.retainAll(
        Cadence.MONTH.touching(DaySet.between(policyCase.from(), policyCase.to())).stream()
            .map(Period::id)
            .toList());
    missing.removeAll(found);
    missing.removeAll(outside);
    return missing;
  }
}
