package bangfu.rules;

import bangfu.rules.Clause.Status;
import bangfu.rules.PackException.Expected;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads policy files one after another: what a later one says adds to or replaces what the ones
 * before said.
 */
final class PackReader {
  private static final Pattern CLAUSE = Pattern.compile("[A-Z]?\\d[\\d.]*(-[a-z])?");
  private static final int MOST_CLAUSE_CHARS = 10;
  private static final int MOST_TITLE_CHARS = 100;
  private static final int MOST_SOURCE_CHARS = 500;
  private static final int MOST_WORDS_CHARS = 1_000;

  private static final Set<String> CLAUSE_KEYS =
      Set.of("status", "title", "fund", "tables", "subject", "concerned", "summary", "reading");
  private static final Set<String> PARAMETER_KEYS = Set.of("title", "unit", "values");
  private static final Set<String> VALUE_KEYS = Set.of("from", "to", "value", "source");
  private static final Set<String> STATUSES =
      Arrays.stream(Status.values())
          .map(status -> status.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> SUBJECTS =
      Arrays.stream(ClauseWords.Subject.values())
          .map(subject -> subject.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Clause> clauses = new LinkedHashMap<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, CodeWording> codes = new LinkedHashMap<>();

  Map<String, Clause> clauses() {
    return Collections.unmodifiableMap(clauses);
  }

  Map<String, Parameter> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  Map<String, CodeWording> codes() {
    return Collections.unmodifiableMap(codes);
  }

  /** Rows of clauses; a row of a clause that is known changes what it names. */
  void clauses(PolicyFile file) {
    PolicyNode.document(file).entries().forEach(this::clause);
  }

  private void clause(String id, PolicyNode row) {
    if (id.length() > MOST_CLAUSE_CHARS || !CLAUSE.matcher(id).matches()) {
      throw row.expected(Expected.CLAUSE, "");
    }
    Map<String, PolicyNode> given = row.entries(CLAUSE_KEYS);
    Clause known = clauses.get(id);
    boolean sameTitle = known != null && !given.containsKey("title");
    boolean sameStatus = known != null && !given.containsKey("status");
    String fund = row.optionalText("fund");
    clauses.put(
        id,
        new Clause(
            id,
            sameStatus
                ? known.status()
                : Status.valueOf(row.required("status").oneOf(STATUSES).toUpperCase(Locale.ROOT)),
            sameTitle ? known.title() : row.required("title").text(MOST_TITLE_CHARS),
            fund == null && known != null ? known.fund() : fund,
            given.containsKey("tables")
                ? texts(given.get("tables"))
                : known == null ? Set.of() : known.restsOn(),
            words(given, known == null ? ClauseWords.NONE : known.words()),
            row.file() + ':' + row.line()));
  }

  private static ClauseWords words(Map<String, PolicyNode> given, ClauseWords known) {
    return new ClauseWords(
        given.containsKey("subject")
            ? ClauseWords.Subject.of(given.get("subject").oneOf(SUBJECTS))
            : known.subject(),
        words(given.get("concerned"), known.concerned()),
        words(given.get("summary"), known.summary()),
        words(given.get("reading"), known.reading()));
  }

  private static String words(PolicyNode given, String known) {
    return given == null ? known : given.text(MOST_WORDS_CHARS);
  }

  private static Set<String> texts(PolicyNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.items().forEach(item -> texts.add(item.text()));
    return Collections.unmodifiableSet(texts);
  }

  /** What codes mean; a later row replaces an earlier one. */
  void codes(PolicyFile file) {
    PolicyNode.document(file)
        .entries()
        .forEach(
            (code, row) -> {
              row.entries(Set.of("fact", "department"));
              codes.put(
                  code,
                  new CodeWording(row.required("fact").text(), row.required("department").text()));
            });
  }

  /** Parameters of a measure; values of a parameter that is known are added to it. */
  void parameters(PolicyFile file) {
    PolicyNode.document(file)
        .entries()
        .forEach((name, node) -> parameters.put(name, parameter(name, node, file.measure())));
  }

  private Parameter parameter(String name, PolicyNode node, String measure) {
    Map<String, PolicyNode> given = node.entries(PARAMETER_KEYS);
    Parameter known = parameters.get(name);
    if (known != null && !known.measure().equals(measure)) {
      throw node.expected(Expected.HOME, known.measure() + "/parameters.yaml");
    }
    boolean sameTitle = known != null && !given.containsKey("title");
    String title = sameTitle ? known.title() : node.required("title").text(MOST_TITLE_CHARS);
    String unit = known != null && !given.containsKey("unit") ? known.unit() : unit(node, known);
    Parameter parameter =
        new Parameter(name, measure, title, unit, known == null ? List.of() : known.values());
    for (PolicyNode value : node.required("values").items()) {
      parameter = parameter.with(value(parameter, value));
    }
    return parameter;
  }

  private static String unit(PolicyNode node, Parameter known) {
    Set<String> units = known == null ? Parameter.UNITS.keySet() : Set.of(known.unit());
    return node.required("unit").oneOf(units);
  }

  private static ParameterValue value(Parameter parameter, PolicyNode node) {
    Map<String, PolicyNode> given = node.entries(VALUE_KEYS);
    PolicyNode number = node.required("value");
    if (!Parameter.UNITS.get(parameter.unit()).matcher(number.text()).matches()) {
      throw number.expected(Expected.NUMBER, parameter.unit());
    }
    LocalDate from = node.required("from").date();
    LocalDate to = node.optionalText("to") == null ? null : given.get("to").date();
    if (to != null && to.isBefore(from)) {
      throw given.get("to").expected(Expected.ORDER, from.toString());
    }
    String source = given.containsKey("source") ? given.get("source").text(MOST_SOURCE_CHARS) : "";
    return new ParameterValue(
        parameter.name(),
        parameter.title(),
        parameter.unit(),
        number.text(),
        from,
        to,
        source,
        node.file() + ':' + node.line());
  }
}
