package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Every rule fires in a case beside the rules, and stays silent in another. */
class RuleCoverageTest {
  private static final Policy POLICY = new Policy();
  private static final List<PolicyCase> CASES = OwnCases.all();

  private static final Map<String, Coverage> COVERAGE = new TreeMap<>();

  /** In how many cases a rule fires, and in how many it does not fire or comes to nothing. */
  private static final class Coverage {
    private int fires;
    private int silent;

    private void count(String rule, Set<String> fired, Set<String> effectiveClauses) {
      boolean hasFired = fired.contains(rule);
      fires += hasFired ? 1 : 0;
      boolean effective = RuleNames.clauses(rule).stream().anyMatch(effectiveClauses::contains);
      silent += hasFired && effective ? 0 : 1;
    }
  }

  /** The rules that fire in one case. */
  private static final class FiredRules extends DefaultAgendaEventListener {
    private final Set<String> names = new HashSet<>();

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
      names.add(event.getMatch().getRule().getName());
    }
  }

  @BeforeAll
  static void runEveryCase() {
    POLICY.ruleNames().forEach(name -> COVERAGE.put(name, new Coverage()));
    for (PolicyCase policyCase : CASES) {
      FiredRules fired = new FiredRules();
      CaseResult result = new CaseRunner(POLICY, fired).run(policyCase);
      Set<String> effective = effectiveClauses(result);
      COVERAGE.forEach((rule, coverage) -> coverage.count(rule, fired.names, effective));
    }
    System.out.print(table());
  }

  @Test
  void everyRuleFiresInSomeCase() {
    assertThat(rulesWhere(coverage -> coverage.fires == 0)).isEmpty();
  }

  @Test
  void everyRuleStaysSilentInSomeCase() {
    assertThat(rulesWhere(coverage -> coverage.silent == 0)).isEmpty();
  }

  private static List<String> rulesWhere(Predicate<Coverage> test) {
    return COVERAGE.keySet().stream().filter(rule -> test.test(COVERAGE.get(rule))).toList();
  }

  /** The clauses that come to something: a sum, a pending item or a place on a list. */
  private static Set<String> effectiveClauses(CaseResult result) {
    Set<String> clauses = new HashSet<>();
    result.accruals().forEach(accrual -> clauses.add(accrual.clause()));
    result.assessment().pending().forEach(pending -> clauses.add(pending.clause()));
    result.assessment().actions().forEach(action -> clauses.add(action.clause()));
    return clauses;
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    table.append(String.format("%-80s %8s %9s%n", "rule", "fires in", "silent in"));
    COVERAGE.forEach(
        (rule, coverage) ->
            table.append(String.format("%-80s %8d %9d%n", rule, coverage.fires, coverage.silent)));
    return table.toString();
  }
}
