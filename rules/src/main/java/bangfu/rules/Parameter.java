package bangfu.rules;

import bangfu.engine.time.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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
  private static final String YUAN = "yuan";
  private static final String FLAG = "flag";

  /** The units there are, and what a number of each looks like. */
  static final Map<String, Pattern> UNITS =
      Map.of(
          YUAN,
          Pattern.compile("\\d{1,12}(\\.\\d{1,2})?"),
          FLAG,
          Pattern.compile("[01]"),
          "grade",
          Pattern.compile("[1-9]"),
          "per-mille",
          Pattern.compile("\\d{1,4}"),
          "years",
          Pattern.compile("\\d{1,3}"));

  private static final Pattern CLAUSE = Pattern.compile("(\\d+(?:\\.\\d+)+)?(-[a-z])(?!\\w)");

  /** The clauses that the title names; {@code 2.2.5-a -d} names 2.2.5-a and 2.2.5-d. */
  public Set<String> clauses() {
    Set<String> clauses = new LinkedHashSet<>();
    String paragraph = "";
    Matcher clause = CLAUSE.matcher(title);
    while (clause.find()) {
      paragraph = clause.group(1) == null ? paragraph : clause.group(1);
      clauses.add(paragraph + clause.group(2));
    }
    return clauses;
  }

  /** True for a parameter that says whether something is in force: its value is 1 or 0. */
  public boolean isFlag() {
    return unit.equals(FLAG);
  }

  /** True for a parameter in yuan. */
  public boolean isMoney() {
    return unit.equals(YUAN);
  }

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
    return new BigDecimal(text).movePointRight(isMoney() ? 2 : 0).longValueExact();
  }
}
