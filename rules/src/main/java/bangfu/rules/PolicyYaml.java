package bangfu.rules;

import bangfu.engine.claim.Parameters;
import bangfu.engine.time.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the YAML files of the policy. Every scalar is text, so that no date and no amount is
 * guessed.
 */
final class PolicyYaml {
  private static final String YUAN = "yuan";

  private PolicyYaml() {}

  static byte[] bytes(String path) {
    try (InputStream in = PolicyYaml.class.getResourceAsStream("/policy/" + path)) {
      if (in == null) {
        throw new IllegalStateException("expected the policy file " + path + ", but there is none");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Map<String, Object>> map(String path) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    TextYaml.load(new String(bytes(path), StandardCharsets.UTF_8))
        .forEach((name, row) -> rows.put(name, (Map<String, Object>) row));
    return rows;
  }

  static Map<String, Clause> clauses() {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    map("clauses.yaml")
        .forEach(
            (id, row) ->
                clauses.put(
                    id,
                    new Clause(
                        id,
                        Clause.Status.valueOf(text(row, "status").toUpperCase(Locale.ROOT)),
                        text(row, "title"))));
    return clauses;
  }

  static Parameters parameters(List<String> measures) {
    Map<String, Timeline<Long>> values = new LinkedHashMap<>();
    for (String measure : measures) {
      map(measure + "/parameters.yaml")
          .forEach((name, parameter) -> values.put(name, timeline(parameter)));
    }
    return new Parameters(values);
  }

  /** Every value of every parameter, as it is written. */
  static List<ParameterValue> values(List<String> measures) {
    List<ParameterValue> values = new ArrayList<>();
    for (String measure : measures) {
      map(measure + "/parameters.yaml")
          .forEach(
              (name, parameter) -> {
                for (Object entry : (List<?>) parameter.get("values")) {
                  values.add(value(name, parameter, (Map<?, ?>) entry));
                }
              });
    }
    return values;
  }

  private static ParameterValue value(String name, Map<String, Object> parameter, Map<?, ?> value) {
    return new ParameterValue(
        name,
        text(parameter, "title"),
        text(parameter, "unit"),
        (String) value.get("value"),
        date(value.get("from")),
        date(value.get("to")),
        (String) value.get("source"));
  }

  private static Timeline<Long> timeline(Map<String, Object> parameter) {
    List<Timeline.Segment<Long>> segments = new ArrayList<>();
    for (Object entry : (List<?>) parameter.get("values")) {
      Map<?, ?> value = (Map<?, ?>) entry;
      if (value.get("source") == null) {
        throw new IllegalStateException(
            "expected a source for every value of " + parameter.get("title"));
      }
      segments.add(
          Timeline.segment(
              date(value.get("from")),
              date(value.get("to")),
              number((String) value.get("value"), YUAN.equals(parameter.get("unit")))));
    }
    return Timeline.of(segments);
  }

  private static LocalDate date(Object text) {
    return text == null ? null : LocalDate.parse((String) text);
  }

  private static Long number(String text, boolean money) {
    return new BigDecimal(text).movePointRight(money ? 2 : 0).longValueExact();
  }

  private static String text(Map<String, Object> row, String key) {
    return (String) row.get(key);
  }
}
