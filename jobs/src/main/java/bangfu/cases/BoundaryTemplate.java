package bangfu.cases;

import bangfu.cases.BoundaryCase.Place;
import bangfu.cases.BoundaryCase.Side;
import bangfu.cases.BoundaryCase.Step;
import bangfu.rules.check.PolicyCheck;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template of boundary cases: a household with places for what is worked out, and what is right
 * on each side of the boundary.
 *
 * @param place file and line where it stands
 * @param name begins with the clauses it tests
 * @param parameters at whose values and days its cases stand; empty when it has a day of the year
 * @param dayOfYear the fixed day at which it stands in each year of the plan; null = none
 * @param step how far below and above are
 * @param within flags that have to be 1, else the result of {@link Place#OUTSIDE} is right
 * @param body all of it
 */
record BoundaryTemplate(
    String place,
    String name,
    Set<String> clausesTested,
    List<String> parameters,
    MonthDay dayOfYear,
    Step step,
    List<String> within,
    Node body) {

  private static final Pattern STEP = Pattern.compile("<[^<>]*\\bstep\\b[^<>]*>");
  private static final List<String> PLAN = List.of("plan-in-force");
  private static final Map<String, Object> NOTHING_PAID = Map.of("entitlements", List.of());
  private static final Set<String> RESULTS =
      Stream.concat(
              Arrays.stream(Side.values()).map(Side::field),
              Arrays.stream(Place.values()).map(Place::field))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "title",
          "clauses_tested",
          "parameter",
          "parameters",
          "day",
          "unit",
          "within",
          "asked",
          "accrual_window",
          "params",
          "household",
          "households",
          "tables",
          "expect");

  /**
   * Reads a template.
   *
   * @param defaultStep of a parameter by name
   */
  static BoundaryTemplate of(Node body, String place, Function<String, Step> defaultStep) {
    Node named = new Node(body.text("name", body.place()), body.values()).only(FIELDS);
    String name = named.required("name");
    Set<String> clauses = new TreeSet<>(named.texts("clauses_tested"));
    clauses.addAll(PolicyCheck.clauses(name));
    List<String> parameters = new ArrayList<>(named.texts("parameters"));
    if (named.has("parameter")) {
      parameters.add(named.required("parameter"));
    }
    MonthDay day = named.has("day") ? monthDay(named) : null;
    if (parameters.isEmpty() == (day == null)) {
      throw new CaseSyntaxException(name + ": expected a parameter, parameters or a day");
    }
    Node expect = named.node("expect");
    if (expect == null || expect.only(RESULTS).values().isEmpty()) {
      throw new CaseSyntaxException(name + ": expected what is right (expect)");
    }
    BoundaryTemplate template =
        new BoundaryTemplate(
            place,
            name,
            clauses,
            List.copyOf(parameters),
            day,
            named.has("unit")
                ? step(named)
                : day != null ? Step.DAY : defaultStep.apply(parameters.get(0)),
            named.values().containsKey("within") ? named.texts("within") : PLAN,
            named);
    if (template.hasSides() && !template.varies()) {
      throw new CaseSyntaxException(name + ": expected step in a fact, for at, below and above");
    }
    return template;
  }

  private boolean varies() {
    return Stream.of("household", "households", "tables", "params")
        .map(field -> String.valueOf(body.values().get(field)))
        .anyMatch(facts -> STEP.matcher(facts).find());
  }

  private static MonthDay monthDay(Node named) {
    try {
      return MonthDay.parse("--" + named.required("day"));
    } catch (DateTimeException e) {
      throw new CaseSyntaxException(
          named.place()
              + ".day: expected month and day such as 09-30, but was '"
              + named.text("day")
              + "'",
          e);
    }
  }

  private static Step step(Node named) {
    String unit = named.required("unit");
    for (Step step : Step.values()) {
      if (step.word().equals(unit)) {
        return step;
      }
    }
    throw new CaseSyntaxException(
        named.place()
            + ".unit: expected fen, day, month, year, grade, per mille or person, but was '"
            + unit
            + "'");
  }

  /** True when it has a fact below, at and above what it stands at. */
  boolean hasSides() {
    return body.node("expect").has(Side.AT.field());
  }

  /**
   * What is right; null when it does not say. Outside the plan nothing is paid.
   *
   * @param field of a side or a place
   */
  Object result(String field) {
    Object written = body.node("expect").values().get(field);
    return written == null && field.equals(Place.OUTSIDE.field()) ? NOTHING_PAID : written;
  }

  /** The day on which the policy is asked. */
  LocalDate asked(LocalDate day) {
    Object asked = BoundaryExpression.filled(body.text("asked", "<day>"), Map.of("day", day));
    return LocalDate.parse(asked.toString());
  }

  /**
   * The case.
   *
   * @param id of the case
   * @param title of the case
   * @param known what its places may name
   * @param result what is right
   */
  PolicyCase policyCase(String id, String title, Map<String, Object> known, Object result) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", id);
    written.put("title", title);
    written.put("clauses_tested", List.copyOf(clausesTested));
    Object window = body.values().get("accrual_window");
    written.put(
        "accrual_window", window == null ? Map.of("from", "<day>", "to", "<asked>") : window);
    for (String field : List.of("params", "tables")) {
      if (body.has(field)) {
        written.put(field, body.values().get(field));
      }
    }
    written.put("households", new BoundaryHouseholds(body).all());
    written.put("expect", result);
    try {
      Map<?, ?> filled = (Map<?, ?>) BoundaryExpression.filled(written, known);
      BoundaryHouseholds.identify((List<?>) filled.get("households"));
      return CaseFiles.policyCase(new Node(id, filled), place);
    } catch (CaseSyntaxException e) {
      throw new CaseSyntaxException(place + ' ' + id + ": " + e.getMessage(), e);
    }
  }
}
