package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bangfu.rules.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published cases, where their folder lies beside the checkout. */
class PublishedCasesTest {
  private static final Path PUBLISHED = Path.of("../../shared/cases");

  @TestFactory
  Stream<DynamicTest> cases() {
    assumeTrue(
        Files.isDirectory(PUBLISHED),
        () -> "no published cases beside the checkout: " + PUBLISHED + " is no folder");
    CaseRunner runner = new CaseRunner(new Policy());
    return CaseFiles.read(List.of(PUBLISHED)).stream()
        .map(
            policyCase ->
                DynamicTest.dynamicTest(
                    policyCase.name(), () -> assertThat(runner.differences(policyCase)).isEmpty()));
  }
}
