package bangfu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The parameters as they are written. */
class ParametersTest {
  private static final LocalDate FIRST_DAY_OF_PLAN = LocalDate.of(2017, 3, 10);

  /** The notice's own standards end with 2016; later ones come from the department (2.2.5-a). */
  private static final String ENDS_BEFORE_THE_PLAN = "dibao-standard";

  @TestFactory
  Stream<DynamicTest> everyParameter() {
    return parameters().entrySet().stream()
        .map(p -> DynamicTest.dynamicTest(p.getKey(), () -> check(p.getKey(), p.getValue())));
  }

  @Test
  void noNameIsUsedTwice() {
    List<String> names = new ArrayList<>();
    measures().forEach(m -> names.addAll(PolicyYaml.map(m + "/parameters.yaml").keySet()));

    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  private static void check(String name, Map<String, Object> parameter) {
    assertThat((String) parameter.get("title")).isNotBlank();
    assertThat((String) parameter.get("unit")).isNotBlank();
    List<?> values = (List<?>) parameter.get("values");
    LocalDate next = null;
    for (int i = 0; i < values.size(); i++) {
      Map<?, ?> value = (Map<?, ?>) values.get(i);
      LocalDate from = LocalDate.parse((String) value.get("from"));
      assertThat((String) value.get("source")).as("source from %s", from).isNotBlank();
      assertThat(next == null ? from : next).as("no gap and no overlap").isEqualTo(from);
      next = dayAfter(value, i == values.size() - 1);
      assertThat(next == null || next.isAfter(from)).as("ends after it begins").isTrue();
    }
    boolean reachesThePlan = next == null || next.isAfter(FIRST_DAY_OF_PLAN);
    assertThat(reachesThePlan).isEqualTo(!name.equals(ENDS_BEFORE_THE_PLAN));
  }

  /** The day after a value's last day; null for the last value of all, if it is open. */
  private static LocalDate dayAfter(Map<?, ?> value, boolean isLast) {
    String to = (String) value.get("to");
    assertThat(to != null || isLast).as("only the last value is open").isTrue();
    return to == null ? null : LocalDate.parse(to).plusDays(1);
  }

  private static Map<String, Map<String, Object>> parameters() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    measures().forEach(m -> all.putAll(PolicyYaml.map(m + "/parameters.yaml")));
    return all;
  }

  private static List<String> measures() {
    return Policy.MEASURES.stream()
        .filter(
            measure ->
                PolicyYaml.class.getResource("/policy/" + measure + "/parameters.yaml") != null)
        .toList();
  }
}
