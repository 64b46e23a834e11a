package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A case that expects anything else than it does now fails: every value it states is compared. */
class CaseMutationTest {
  private static final CaseRunner RUNNER = new CaseRunner(new Policy());

  /** What is absent stays absent under another name, and the rest is for readers only. */
  private static final Set<String> NOT_COMPARED =
      Set.of("absent", "not_concerned", "dq", "flags", "unit", "rate");

  @Test
  void everyValueOfEveryExpectationIsCompared() {
    for (PolicyCase policyCase : OwnCases.all()) {
      for (Object changed : changes(policyCase.expect().values())) {
        assertThat(isNoticed(policyCase, (Map<?, ?>) changed))
            .as("%s: expect %s", policyCase.id(), changed)
            .isTrue();
      }
    }
  }

  private static boolean isNoticed(PolicyCase policyCase, Map<?, ?> expect) {
    PolicyCase changed =
        new PolicyCase(
            policyCase.file(),
            policyCase.id(),
            policyCase.title(),
            policyCase.clausesTested(),
            policyCase.from(),
            policyCase.to(),
            policyCase.body(),
            new Node("expect", expect));
    try {
      return !RUNNER.differences(changed).isEmpty();
    } catch (CaseSyntaxException e) {
      return true;
    }
  }

  /** Copies of a value, each with one leaf changed. Only the first entry of a list is changed. */
  private static List<Object> changes(Object value) {
    List<Object> changes = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            if (!NOT_COMPARED.contains(key.toString())) {
              changes(entry).forEach(changed -> changes.add(with(map, key, changed)));
            }
          });
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object changed : changes(list.get(0))) {
        List<Object> copy = new ArrayList<>(list);
        copy.set(0, changed);
        changes.add(copy);
      }
    } else if (value != null && !(value instanceof List)) {
      changes.add(another(value.toString()));
    }
    return changes;
  }

  private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }

  private static String another(String text) {
    if (text.matches("true|false")) {
      return String.valueOf(!Boolean.parseBoolean(text));
    }
    return text.matches("-?\\d+\\.\\d+")
        ? new BigDecimal(text).add(BigDecimal.ONE).toPlainString()
        : text + "9";
  }
}
