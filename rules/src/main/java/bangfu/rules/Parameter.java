package bangfu.rules;

import bangfu.engine.time.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter of the policy over time.
 *
 * @param name for example {@code income-threshold}
 * @param measure the folder it stands in
 * @param title what it is, in Chinese
 * @param unit one of {@link #UNITS}
 * @param values by first day; each ends at the latest on the day before the next one begins
 */
public record Parameter(
    String name, String measure, String title, String unit, List<ParameterValue> values) {
  static final String YUAN = "yuan";

  /** The units there are, and what a number of each looks like. */
  static final Map<String, Pattern> UNITS =
      Map.of(
          YUAN,
          Pattern.compile("\\d{1,12}(\\.\\d{1,2})?"),
          "flag",
          Pattern.compile("[01]"),
          "grade",
          Pattern.compile("[1-9]"),
          "per-mille",
          Pattern.compile("\\d{1,4}"),
          "years",
          Pattern.compile("\\d{1,3}"));

  /** The value of a day; empty when none covers it. */
  public Optional<ParameterValue> on(LocalDate day) {
    return values.stream().filter(value -> value.covers(day)).reduce((earlier, later) -> later);
  }

  /** The same with another value: it counts from its first day until the next one begins. */
  Parameter with(ParameterValue added) {
    List<ParameterValue> all = new ArrayList<>(values);
    all.removeIf(value -> value.from().equals(added.from()));
    all.add(added);
    return new Parameter(name, measure, title, unit, inOrder(all));
  }

  /** By first day; a value without a last day is in force until it is replaced. */
  static List<ParameterValue> inOrder(List<ParameterValue> values) {
    List<ParameterValue> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparing(ParameterValue::from));
    for (int i = 0; i + 1 < sorted.size(); i++) {
      if (sorted.get(i).to() == null) {
        sorted.set(i, sorted.get(i).until(sorted.get(i + 1).from().minusDays(1)));
      }
    }
    return List.copyOf(sorted);
  }

  /** The numbers over time, money in fen. */
  Timeline<Long> timeline() {
    List<Timeline.Segment<Long>> segments = new ArrayList<>();
    for (ParameterValue value : values) {
      segments.add(Timeline.segment(value.from(), value.to(), number(value.value())));
    }
    return Timeline.of(segments);
  }

  private Long number(String text) {
    return new BigDecimal(text).movePointRight(unit.equals(YUAN) ? 2 : 0).longValueExact();
  }
}
