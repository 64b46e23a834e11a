package bangfu.cases;

import bangfu.cases.BoundaryCase.Edge;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.PolicyPack;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days at which a template stands, each with what it is called: of each value of its parameters
 * the first day, the day before and the day behind it, and where the value ends without another
 * one, the last day and its neighbours; or its day of the year in each year of the plan.
 */
final class BoundaryDays {
  private final Map<LocalDate, Standing> days = new TreeMap<>();

  private BoundaryDays() {}

  /**
   * A day.
   *
   * @param edge null for a day of the year
   * @param values the values of the parameters that begin, end or are near it, for facts on a day
   *     on which none is in force
   */
  record Standing(LocalDate day, Edge edge, Map<String, ParameterValue> values) {
    /** A day on which a value that begins or ends here is in force; else the day itself. */
    LocalDate nearestDay() {
      return values.values().stream().findFirst().map(ParameterValue::from).orElse(day);
    }
  }

  static Iterable<Standing> of(BoundaryTemplate template, PolicyPack pack) {
    BoundaryDays found = new BoundaryDays();
    for (String name : template.parameters()) {
      found.around(pack.parameters().get(name));
    }
    if (template.dayOfYear() != null) {
      found.each(template.dayOfYear(), pack);
    }
    return found.days.values();
  }

  private void around(Parameter parameter) {
    List<ParameterValue> values = parameter.values();
    for (int i = 0; i < values.size(); i++) {
      ParameterValue value = values.get(i);
      LocalDate from = value.from();
      add(from, Edge.FIRST_DAY, value);
      add(from.minusDays(1), Edge.DAY_BEFORE, value);
      add(from.plusDays(1), Edge.SECOND_DAY, value);
      boolean followed =
          i + 1 < values.size()
              && value.to() != null
              && !values.get(i + 1).from().isAfter(value.to().plusDays(1));
      if (value.to() != null && !followed) {
        add(value.to(), Edge.LAST_DAY, value);
        add(value.to().minusDays(1), Edge.LAST_DAY_BUT_ONE, value);
        add(value.to().plusDays(1), Edge.DAY_AFTER, value);
      }
    }
  }

  private void add(LocalDate day, Edge edge, ParameterValue value) {
    Standing standing =
        days.computeIfAbsent(day, d -> new Standing(day, edge, new LinkedHashMap<>()));
    standing.values().putIfAbsent(value.parameter(), value);
  }

  private void each(MonthDay dayOfYear, PolicyPack pack) {
    for (int year = pack.firstDay().getYear(); year <= pack.lastDay().getYear(); year++) {
      LocalDate day = dayOfYear.atYear(year);
      days.put(day, new Standing(day, null, Map.of()));
    }
  }
}
