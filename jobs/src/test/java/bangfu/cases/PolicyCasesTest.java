package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases beside the rules, one test each. */
class PolicyCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    CaseRunner runner = new CaseRunner(new Policy());
    return OwnCases.all().stream()
        .map(
            policyCase ->
                DynamicTest.dynamicTest(
                    policyCase.name(), () -> assertThat(runner.differences(policyCase)).isEmpty()));
  }
}
