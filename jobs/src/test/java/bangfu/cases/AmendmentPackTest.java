package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A made-up amendment, added as a folder of files: every case of the policy with it. */
class AmendmentPackTest {
  private static final Path AMENDMENT = Path.of("src/test/resources/amendment-2018");

  @TestFactory
  Stream<DynamicTest> cases() {
    PolicyPack pack = PolicyPack.read(AMENDMENT);
    CaseRunner runner = new CaseRunner(new Policy(pack));
    return CaseFiles.of(pack).stream()
        .map(
            policyCase ->
                DynamicTest.dynamicTest(
                    policyCase.name(), () -> assertThat(runner.differences(policyCase)).isEmpty()));
  }

  @Test
  void aCaseOfThePackStandsInPlaceOfTheOneWithItsId() {
    PolicyPack pack = PolicyPack.read(AMENDMENT);

    assertThat(CaseFiles.of(pack)).extracting(PolicyCase::id).doesNotHaveDuplicates();
    assertThat(CaseFiles.of(PolicyPack.builtIn()))
        .as("read from the program as from its sources")
        .extracting(PolicyCase::id)
        .containsExactlyInAnyOrderElementsOf(OwnCases.all().stream().map(PolicyCase::id).toList());
  }
}
