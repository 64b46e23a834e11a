package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.PendingItem;
import bangfu.rules.Clause;
import bangfu.rules.Clause.Status;
import bangfu.rules.Policy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register of clauses says what the rules and the cases bear out. */
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
  private static final Map<String, Integer> CASES_BY_CLAUSE = new HashMap<>();
  private static final Set<String> PAID = new HashSet<>();
  private static final Set<String> LISTED = new HashSet<>();
  private static final Set<String> PENDING = new HashSet<>();

  @BeforeAll
  static void runEveryCase() {
    CaseRunner runner = new CaseRunner(POLICY);
    for (PolicyCase policyCase : OwnCases.all()) {
      policyCase.clausesTested().forEach(clause -> CASES_BY_CLAUSE.merge(clause, 1, Integer::sum));
      CaseResult result = runner.run(policyCase);
      result.accruals().stream().map(Accrual::clause).forEach(PAID::add);
      result.assessment().actions().stream().map(Action::clause).forEach(LISTED::add);
      result.assessment().pending().stream().map(PendingItem::clause).forEach(PENDING::add);
    }
  }

  @Test
  void theRegisterHoldsEveryClauseOnce() {
    assertThat(POLICY.clauses().keySet())
        .hasSize(81)
        .containsExactlyInAnyOrder(ALL_CLAUSES.strip().split("\\s+", -1));
  }

  @Test
  void everyClauseWithAnEffectHasARule() {
    Set<String> ruled = new HashSet<>();
    RuleNames.written().forEach(name -> ruled.addAll(RuleNames.clauses(name)));

    assertThat(ruled).containsAll(with(Status.COMPUTED, Status.LIST, Status.WAITS));
  }

  @Test
  void everyRuleBeginsWithKnownClauses() {
    for (String name : RuleNames.written()) {
      assertThat(RuleNames.clauses(name)).as(name).isNotEmpty();
      assertThat(POLICY.clauses().keySet()).as(name).containsAll(RuleNames.clauses(name));
    }
  }

  @Test
  void everyRuleNameIsWrittenOnceAndCompiled() {
    assertThat(RuleNames.written())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(POLICY.ruleNames());
  }

  @Test
  void everyClauseWithAnEffectHasCases() {
    assertThat(with(Status.LIST, Status.WAITS))
        .allSatisfy(clause -> assertThat(CASES_BY_CLAUSE).containsKey(clause));
    assertThat(with(Status.COMPUTED))
        .allSatisfy(
            clause ->
                assertThat(CASES_BY_CLAUSE.getOrDefault(clause, 0))
                    .as(clause)
                    .isGreaterThanOrEqualTo(3));
  }

  @Test
  void casesNameKnownClausesOnly() {
    assertThat(POLICY.clauses().keySet()).containsAll(CASES_BY_CLAUSE.keySet());
  }

  @Test
  void aComputedClausePaysOrDecides() {
    for (String clause : with(Status.COMPUTED)) {
      assertThat(ruledTogether(clause))
          .as("%s or a clause that its rule names too", clause)
          .anyMatch(other -> PAID.contains(other) || LISTED.contains(other));
    }
  }

  @Test
  void aListClauseListsAndNeverPays() {
    assertThat(LISTED).containsAll(with(Status.LIST));
    assertThat(PAID).doesNotContainAnyElementsOf(with(Status.LIST));
  }

  @Test
  void aWaitingClauseIsPendingAndNeverPays() {
    assertThat(PENDING).containsAll(with(Status.WAITS));
    assertThat(PAID).doesNotContainAnyElementsOf(with(Status.WAITS));
  }

  @Test
  void anyOtherClauseGivesNothing() {
    List<String> others = with(Status.REPORT, Status.NONE);

    assertThat(Stream.of(PAID, LISTED, PENDING).flatMap(Set::stream))
        .doesNotContainAnyElementsOf(others);
  }

  @Test
  void everyClauseIsSummedUpAndSaysWhomItDecidesAbout() {
    Set<String> deciding = new HashSet<>(PAID);
    deciding.addAll(LISTED);
    deciding.addAll(PENDING);
    for (Clause clause : POLICY.clauses().values()) {
      assertThat(clause.words().summary()).as(clause.id()).isNotBlank();
      if (deciding.contains(clause.id())) {
        assertThat(clause.words().subject()).as(clause.id()).isNotNull();
        assertThat(clause.words().concerned()).as(clause.id()).isNotBlank();
      }
    }
  }

  private static Set<String> ruledTogether(String clause) {
    Set<String> together = new HashSet<>();
    for (String name : RuleNames.written()) {
      Set<String> clauses = RuleNames.clauses(name);
      if (clauses.contains(clause)) {
        together.addAll(clauses);
      }
    }
    return together;
  }

  private static List<String> with(Status... statuses) {
    Set<Status> wanted = Set.of(statuses);
    return POLICY.clauses().values().stream()
        .filter(clause -> wanted.contains(clause.status()))
        .map(Clause::id)
        .toList();
  }
}
