package bangfu.batch;

import bangfu.assess.AssessedUnit;
import bangfu.database.Database;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Explained;
import bangfu.engine.fold.Explanation;
import bangfu.intake.Tables;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedLines;
import bangfu.ledger.PostedMonths;
import bangfu.register.Register;
import bangfu.rules.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Explains one household from what the register knows: the same assessment, with its reasons. */
public final class Explaining {
  private final Database database;
  private final Policy policy;

  public Explaining(Database database, Policy policy) {
    this.database = database;
    this.policy = policy;
  }

  /**
   * What is known of a household's sums.
   *
   * @param households all of its unit
   * @param explanations of the unit, by clause, subject and period
   * @param lines of the unit's households through the month, by number
   * @param undecided clauses that rest on a table which was never delivered
   * @param missingTables the tables that were never delivered
   */
  public record Answer(
      Unit unit,
      List<String> households,
      List<Explanation> explanations,
      List<PostedLine> lines,
      Set<String> undecided,
      Set<String> missingTables) {}

  /**
   * Explains a household through a month.
   *
   * @return null when the register does not know it
   * @throws bangfu.register.NeverDeliveredException without households or members
   */
  public Answer of(String household, YearMonth month) {
    Register register = new Register(database.dataSource(), Tables.standard());
    RunState state =
        RunState.of(month, 0, register, new PostedMonths(database.dataSource()), policy);
    List<Answer> answers = new ArrayList<>();
    register
        .units(state.known())
        .forEachOf(
            List.of(household),
            rows -> {
              AssessedUnit assessed = state.assessor().assess(rows.rows());
              Explained explained = state.assessor().explain(assessed.unit());
              List<PostedLine> lines =
                  new PostedLines(database.dataSource()).ofUnit(rows.households(), month);
              answers.add(
                  new Answer(
                      assessed.unit(),
                      rows.households(),
                      explained.explanations(),
                      lines,
                      state.assessor().undecided(),
                      state.missingTables()));
            });
    return answers.isEmpty() ? null : answers.get(0);
  }
}
