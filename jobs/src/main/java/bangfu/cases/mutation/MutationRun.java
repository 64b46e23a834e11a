package bangfu.cases.mutation;

import bangfu.cases.BoundaryCases;
import bangfu.cases.CaseFiles;
import bangfu.cases.CaseRunner;
import bangfu.cases.PolicyCase;
import bangfu.rules.PackException;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the cases of a pack against each of its mutants. */
public final class MutationRun {
  private final PolicyPack pack;
  private final List<PolicyCase> cases;
  private final Equivalents equivalents;

  /**
   * A run.
   *
   * @throws bangfu.cases.CaseSyntaxException when a case is not well formed
   * @throws PackException when a reason for an equivalent mutant is not well formed
   */
  public MutationRun(PolicyPack pack) {
    this.pack = pack;
    this.cases = new ArrayList<>(CaseFiles.of(pack));
    cases.addAll(BoundaryCases.of(pack).policyCases());
    this.equivalents = Equivalents.of(pack);
  }

  /** The cases that fail without any fault: with them, each fault would seem to be found. */
  public List<String> failing() {
    CaseRunner runner = new CaseRunner(new Policy(pack));
    return cases.stream()
        .filter(policyCase -> !runner.differences(policyCase).isEmpty())
        .map(PolicyCase::name)
        .toList();
  }

  /** The ids of all mutants, in the order of the policy. */
  public List<String> mutants() {
    return all().stream().map(Mutant::id).toList();
  }

  /**
   * Tries all mutants, or those of a clause.
   *
   * @param clause null = all
   * @param consumer told each result as it comes
   */
  public List<MutantResult> run(String clause, Consumer<MutantResult> consumer) {
    List<MutantResult> results = new ArrayList<>();
    for (Mutant mutant : all()) {
      if (clause == null || mutant.clauses().contains(clause)) {
        MutantResult result = result(mutant);
        results.add(result);
        consumer.accept(result);
      }
    }
    return results;
  }

  /** Reasons that are about no mutant, or about one that a case kills; after a run over all. */
  public List<String> idleReasons(List<MutantResult> results) {
    return equivalents.idle(results);
  }

  private List<Mutant> all() {
    List<Mutant> mutants = new ArrayList<>(ParameterMutants.of(pack));
    mutants.addAll(RuleMutants.of(pack));
    return mutants;
  }

  private MutantResult result(Mutant mutant) {
    try {
      CaseRunner runner = new CaseRunner(new Policy(mutant.policy().get()));
      for (PolicyCase policyCase : nearestFirst(mutant)) {
        if (!runner.differences(policyCase).isEmpty()) {
          return MutantResult.of(mutant, MutantResult.State.KILLED, policyCase.name());
        }
      }
    } catch (PackException e) {
      return MutantResult.of(mutant, MutantResult.State.STILLBORN, e.getMessage());
    } catch (RuntimeException e) {
      return MutantResult.of(mutant, MutantResult.State.KILLED, String.valueOf(e.getMessage()));
    }
    String reason = equivalents.reason(mutant.id());
    return reason == null
        ? MutantResult.of(mutant, MutantResult.State.SURVIVED, "")
        : MutantResult.of(mutant, MutantResult.State.EQUIVALENT, reason);
  }

  /** Those about its clauses first, for one of them will do. */
  private List<PolicyCase> nearestFirst(Mutant mutant) {
    List<PolicyCase> near = new ArrayList<>();
    List<PolicyCase> far = new ArrayList<>();
    for (PolicyCase policyCase : cases) {
      boolean about = policyCase.clausesTested().stream().anyMatch(mutant.clauses()::contains);
      (about ? near : far).add(policyCase);
    }
    near.addAll(far);
    return near;
  }
}
