package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import bangfu.rules.check.PolicyFinding;
import bangfu.rules.check.PolicyFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policy of the program holds every clause, and every check of a policy is content with it. */
class ClauseRegisterTest {
  private static final String ALL_CLAUSES =
      """
          0-a 0-b 1.2.1-a 1.2.2-a 1.2.3-a 1.3-a 1.3.1-a 1.3.2-a 1.3.3-a 2.1-a 2.2.1-a 2.2.1-b
          2.2.1-c 2.2.1-d 2.2.1-e 2.2.1-f 2.2.2-a 2.2.2-b 2.2.2-c 2.2.2-d 2.2.2-e 2.2.3-a
          2.2.3-b 2.2.3-c 2.2.3-d 2.2.4-a 2.2.4-b 2.2.4-c 2.2.4-d 2.2.4-e 2.2.4-f 2.2.4-g
          2.2.4-h 2.2.4-i 2.2.4-j 2.2.4-k 2.2.4-l 2.2.5-a 2.2.5-b 2.2.5-c 2.2.5-d 2.2.5-e
          2.2.5-f 2.2.5-g 2.2.5-h 2.2.6-a 2.2.6-b 2.2.6-c 2.2.7-a 2.2.7-b 2.2.7-c 2.2.7-d
          2.2.7-e 2.2.8-a 2.2.8-b 2.2.8-c 2.3.1-a 2.3.2-a 2.3.3-a 2.3.3-b 2.3.3-c 3-a 3-b 3-c
          4.1-a 4.1-b 4.3-a 4.3-b 4.3-c 4.3-d 4.4-a 4.4-b 4.4-c 4.4-d 4.5-a 4.5-b 4.5-c 4.5-d
          5-a A1 A2
      """;

  private static final Policy POLICY = new Policy();

  @Test
  void theRegisterHoldsEveryClauseOnce() {
    assertThat(POLICY.clauses().keySet())
        .hasSize(81)
        .containsExactlyInAnyOrder(ALL_CLAUSES.strip().split("\\s+", -1));
  }

  /** The notice's own standards end with 2016; later ones come from the department (2.2.5-a). */
  @Test
  void nothingIsFoundButThatTheNoticesStandardsEnd() {
    List<PolicyFinding> findings = CaseChecks.of(POLICY).findings();

    assertThat(findings)
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo(Kind.ENDS_EARLY);
              assertThat(note.about()).containsExactly("dibao-standard", "2016-12-31");
            });
  }
}
