package bangfu.simulate;

import bangfu.assess.AssessedUnit;
import bangfu.assess.Assessor;
import bangfu.assess.EligibilityLine;
import bangfu.assess.UnitAssembler;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Accrual;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the households at the edge of a threshold, by letting each earn a step more and less, under
 * today's policy and under the one that is tried.
 */
final class Edges {
  private static final String INCOME = "家庭年可支配收入";

  private final Assessor today;
  private final Assessor tried;
  private final Filing filing;
  private final long stepFen;

  Edges(Assessor today, Assessor tried, Filing filing, long stepFen) {
    this.today = today;
    this.tried = tried;
    this.filing = filing;
    this.stepFen = stepFen;
  }

  /** A unit as it is, under one of the policies. */
  private record AsIs(Assessor assessor, AssessedUnit unit, List<StoredRow> rows) {}

  /**
   * Those of a unit, by household.
   *
   * @param asIs the unit under today's policy
   * @param other the unit under the policy that is tried
   */
  List<Edge> of(List<StoredRow> rows, AssessedUnit asIs, AssessedUnit other) {
    List<Edge> edges = new ArrayList<>();
    AsIs underToday = new AsIs(today, asIs, rows);
    AsIs underTried = new AsIs(tried, other, rows);
    for (Household household : asIs.unit().households()) {
      for (boolean above : new boolean[] {false, true}) {
        List<StoredRow> supposed = earning(rows, household, above ? -stepFen : stepFen);
        if (supposed != null) {
          Unit unit = UnitAssembler.assemble(supposed);
          add(edges, household, above, underToday, new AsIs(today, today.assess(unit), supposed));
          add(edges, household, above, underTried, new AsIs(tried, tried.assess(unit), supposed));
        }
      }
    }
    return edges;
  }

  private void add(List<Edge> edges, Household household, boolean above, AsIs now, AsIs supposed) {
    EligibilityLine one = now.unit().eligibility().get(household.number());
    EligibilityLine other = supposed.unit().eligibility().get(household.number());
    boolean same =
        one.group1() == other.group1()
            && one.group2() == other.group2()
            && one.group3() == other.group3();
    if (same) {
      return;
    }
    long changeFen = sumFen(supposed) - sumFen(now);
    if (Math.abs(changeFen) > stepFen) {
      edges.add(edge(household, now.assessor() == tried, above, changeFen));
    }
  }

  /** Null when it cannot earn so much less. */
  private static List<StoredRow> earning(List<StoredRow> rows, Household household, long moreFen) {
    long incomeFen = household.registration().incomeFen() + moreFen;
    return incomeFen < 0
        ? null
        : Supposition.of(rows, household.number(), Map.of(INCOME, Long.toString(incomeFen)));
  }

  /** All that the unit gets, fen, if its files follow its groups. */
  private long sumFen(AsIs unit) {
    List<StoredRow> followed = filing.followed(unit.rows(), unit.unit().eligibility());
    AssessedUnit after = followed == unit.rows() ? unit.unit() : unit.assessor().assess(followed);
    return after.assessment().accruals().stream().mapToLong(Accrual::amountFen).sum();
  }

  private Edge edge(Household household, boolean underTried, boolean above, long changeFen) {
    String town = household.registration().town().at((int) today.asOf().toEpochDay());
    return new Edge(
        household.number(),
        household.headName(),
        town == null ? "" : town,
        household.registration().persons(),
        underTried,
        above,
        household.registration().incomeFen(),
        changeFen);
  }
}
