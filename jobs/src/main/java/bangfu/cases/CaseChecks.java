package bangfu.cases;

import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.PendingItem;
import bangfu.rules.Clause;
import bangfu.rules.Clause.Status;
import bangfu.rules.Policy;
import bangfu.rules.check.PolicyCheck;
import bangfu.rules.check.PolicyFinding;
import bangfu.rules.check.PolicyFinding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/**
 * Runs every case of a policy and looks at what they show: which fail, which rules and clauses they
 * leave untried, and whether each clause comes to what its status says.
 */
public final class CaseChecks {
  private static final int CASES_OF_COMPUTED = 3;

  private final Policy policy;
  private final List<PolicyCase> cases;
  private final BoundaryCases boundaries;
  private final PolicyCheck written;
  private final Map<String, Integer> casesByClause = new HashMap<>();
  private final Map<String, Coverage> coverage = new TreeMap<>();
  private final Set<String> paid = new HashSet<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> pending = new HashSet<>();
  private final List<PolicyFinding> found = new ArrayList<>();

  private CaseChecks(Policy policy, PolicyCheck written) {
    this.policy = policy;
    this.written = written;
    this.cases = CaseFiles.of(policy.pack());
    this.boundaries = BoundaryCases.of(policy.pack());
  }

  /** In how many cases a rule fires, and in how many it does not fire or comes to nothing. */
  private static final class Coverage {
    private int fires;
    private int silent;
  }

  /** The rules that fire in one case. */
  private static final class FiredRules extends DefaultAgendaEventListener {
    private final Set<String> names = new HashSet<>();

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
      names.add(event.getMatch().getRule().getName());
    }
  }

  /**
   * All that is found in a policy: as it is written, and by its cases; sorted.
   *
   * @throws bangfu.rules.PackException when its rules cannot be parsed
   * @throws CaseSyntaxException when a case is not well formed
   */
  public static Report of(Policy policy) {
    PolicyCheck written = new PolicyCheck(policy.pack());
    CaseChecks checks = new CaseChecks(policy, written);
    checks.found.addAll(written.findings());
    checks.found.addAll(BoundaryChecks.of(policy.pack(), checks.boundaries, written.limits()));
    checks.run();
    checks.found.sort(PolicyFinding.ORDER);
    return new Report(
        List.copyOf(checks.found), checks.cases.size(), checks.boundaries.all().size());
  }

  /**
   * What was found.
   *
   * @param cases how many were run
   * @param boundaries how many made from templates were run
   */
  public record Report(List<PolicyFinding> findings, int cases, int boundaries) {
    /** What has to be mended before the policy may decide. */
    public List<PolicyFinding> weighty() {
      return findings.stream().filter(finding -> finding.kind().isWeighty()).toList();
    }

    /** What is only worth knowing. */
    public List<PolicyFinding> notes() {
      return findings.stream().filter(finding -> !finding.kind().isWeighty()).toList();
    }
  }

  private void run() {
    policy.ruleNames().forEach(name -> coverage.put(name, new Coverage()));
    cases.forEach(this::run);
    CaseRunner runner = new CaseRunner(policy);
    boundaries.policyCases().forEach(made -> fails(made, runner.found(made)));
    coverage.forEach(this::covered);
    policy.clauses().values().forEach(this::clause);
  }

  private void run(PolicyCase policyCase) {
    for (String clause : policyCase.clausesTested()) {
      casesByClause.merge(clause, 1, Integer::sum);
      if (!policy.clauses().containsKey(clause)) {
        add(Kind.CASE_OF_UNKNOWN_CLAUSE, policyCase.file(), policyCase.id(), clause);
      }
    }
    FiredRules fired = new FiredRules();
    CaseResult result = new CaseRunner(policy, fired).run(policyCase);
    fails(policyCase, Expectations.differences(policyCase, result));
    cover(fired.names, result);
  }

  private void fails(PolicyCase policyCase, List<CaseDifference> differences) {
    if (!differences.isEmpty()) {
      add(Kind.CASE_FAILS, policyCase.file(), policyCase.id(), differences.get(0).text());
    }
  }

  private void cover(Set<String> fired, CaseResult result) {
    Set<String> effective = new HashSet<>();
    result.accruals().stream().map(Accrual::clause).forEach(effective::add);
    paid.addAll(effective);
    Set<String> onLists =
        clauses(result.assessment().actions().stream().map(Action::clause).toList());
    listed.addAll(onLists);
    Set<String> waiting =
        clauses(result.assessment().pending().stream().map(PendingItem::clause).toList());
    pending.addAll(waiting);
    effective.addAll(onLists);
    effective.addAll(waiting);
    coverage.forEach(
        (rule, counts) -> {
          boolean hasFired = fired.contains(rule);
          counts.fires += hasFired ? 1 : 0;
          boolean shows =
              hasFired && PolicyCheck.clauses(rule).stream().anyMatch(effective::contains);
          counts.silent += shows ? 0 : 1;
        });
  }

  private static Set<String> clauses(Collection<String> clauses) {
    return new HashSet<>(clauses);
  }

  private void covered(String rule, Coverage counts) {
    String place = written.places().getOrDefault(rule, "");
    if (counts.fires == 0) {
      add(Kind.NEVER_FIRES, place, rule);
    }
    if (counts.silent == 0) {
      add(Kind.NEVER_SILENT, place, rule);
    }
  }

  private void clause(Clause clause) {
    String id = clause.id();
    int needed = clause.status() == Status.COMPUTED ? CASES_OF_COMPUTED : 1;
    int there = casesByClause.getOrDefault(id, 0);
    if (clause.status().needsRule() && there < needed) {
      add(Kind.FEW_CASES, clause.place(), id, Integer.toString(there), Integer.toString(needed));
    }
    boolean shows =
        switch (clause.status()) {
          case COMPUTED ->
              written.ruledTogether(id).stream()
                  .anyMatch(o -> paid.contains(o) || listed.contains(o));
          case LIST -> listed.contains(id) && !paid.contains(id);
          case WAITS -> pending.contains(id) && !paid.contains(id);
          case REPORT, NONE -> !paid.contains(id) && !listed.contains(id) && !pending.contains(id);
        };
    if (!shows && (there >= needed || !clause.status().needsRule())) {
      add(Kind.OTHER_STATUS, clause.place(), id, clause.status().name(), result(id));
    }
  }

  private String result(String clause) {
    List<String> results = new ArrayList<>();
    if (paid.contains(clause)) {
      results.add("PAID");
    }
    if (listed.contains(clause)) {
      results.add("LISTED");
    }
    if (pending.contains(clause)) {
      results.add("PENDING");
    }
    return String.join("+", results);
  }

  private void add(Kind kind, String place, String... about) {
    found.add(PolicyFinding.of(kind, place, about));
  }
}
