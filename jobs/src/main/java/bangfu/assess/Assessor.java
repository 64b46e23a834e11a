package bangfu.assess;

import bangfu.engine.fact.Standards;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.Explained;
import bangfu.register.StoredRow;
import bangfu.rules.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Assesses units on one day with what the register knows. Safe for several threads. */
public final class Assessor {
  private final Policy policy;
  private final Standards standards;
  private final LocalDate asOf;
  private final Set<String> undecided;

  /**
   * An assessor for one run.
   *
   * @param asOf the assessment day: the month's last day
   * @param undecided clauses that rest on a table which was never delivered
   */
  public Assessor(Policy policy, Standards standards, LocalDate asOf, Set<String> undecided) {
    this.policy = policy;
    this.standards = standards;
    this.asOf = asOf;
    this.undecided = Set.copyOf(undecided);
  }

  public LocalDate asOf() {
    return asOf;
  }

  public Set<String> undecided() {
    return undecided;
  }

  /** The unit that these rows make. */
  public AssessedUnit assess(List<StoredRow> rows) {
    return assess(UnitAssembler.assemble(rows));
  }

  /** A unit that one assessor has assessed already may be assessed by others. */
  public AssessedUnit assess(Unit unit) {
    Assessment assessment = policy.assess(unit, standards, asOf, undecided);
    return new AssessedUnit(
        unit, assessment, EligibilityLine.of(unit.households(), assessment, undecided, asOf));
  }

  /** Why each sum of a unit is what it is, from the plan's first day on. */
  public Explained explain(Unit unit) {
    return policy.explained(unit, standards, asOf, undecided, policy.firstDay());
  }

  /** Why posted lines of a unit are no longer due as they were posted. */
  public UnitCorrections corrections(Unit unit) {
    return new UnitCorrections(
        unit, () -> policy.explain(unit, standards, asOf, undecided, policy.firstDay(), null));
  }
}
