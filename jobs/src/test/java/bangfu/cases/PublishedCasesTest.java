package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PublishedCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    CaseRunner runner = new CaseRunner(new Policy());
    return CaseFiles.read(List.of(Path.of("../../shared/cases"))).stream()
        .map(
            policyCase ->
                DynamicTest.dynamicTest(
                    policyCase.name(), () -> assertThat(runner.differences(policyCase)).isEmpty()));
  }
}
