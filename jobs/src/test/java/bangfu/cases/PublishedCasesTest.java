package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published cases, where their folder lies beside the checkout. */
class PublishedCasesTest {
  private static final Path PUBLISHED = Path.of("../../shared/cases");

  @TestFactory
  Stream<DynamicTest> cases() {
    if (!Files.isDirectory(PUBLISHED)) {
      return Stream.of(DynamicTest.dynamicTest("published cases", PublishedCasesTest::skip));
    }
    CaseRunner runner = new CaseRunner(new Policy());
    return CaseFiles.read(List.of(PUBLISHED)).stream()
        .map(
            policyCase ->
                DynamicTest.dynamicTest(
                    policyCase.name(), () -> assertThat(runner.differences(policyCase)).isEmpty()));
  }

  /** Inside a test of its own, so that the build counts it as skipped. */
  private static void skip() {
    Assumptions.abort("no published cases beside the checkout: " + PUBLISHED + " is no folder");
  }
}
