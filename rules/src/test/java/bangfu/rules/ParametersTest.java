package bangfu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The parameters as they are written. */
class ParametersTest {
  private static final LocalDate FIRST_DAY_OF_PLAN = LocalDate.of(2017, 3, 10);

  /** The notice's own standards end with 2016; later ones come from the department (2.2.5-a). */
  private static final String ENDS_BEFORE_THE_PLAN = "dibao-standard";

  @TestFactory
  Stream<DynamicTest> everyParameter() {
    return PolicyPack.builtIn().parameters().values().stream()
        .map(p -> DynamicTest.dynamicTest(p.name(), () -> check(p)));
  }

  private static void check(Parameter parameter) {
    assertThat(parameter.title()).isNotBlank();
    List<ParameterValue> values = parameter.values();
    LocalDate next = values.get(0).from();
    for (ParameterValue value : values) {
      assertThat(value.source()).as(value.place()).isNotBlank();
      assertThat(next).as("no gap and no overlap").isEqualTo(value.from());
      next = value.to() == null ? null : value.to().plusDays(1);
    }
    boolean reachesThePlan = next == null || next.isAfter(FIRST_DAY_OF_PLAN);
    assertThat(reachesThePlan).isEqualTo(!parameter.name().equals(ENDS_BEFORE_THE_PLAN));
  }
}
