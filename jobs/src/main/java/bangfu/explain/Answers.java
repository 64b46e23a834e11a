package bangfu.explain;

import bangfu.assess.Assessor;
import bangfu.assess.UnitAssembler;
import bangfu.batch.RunState;
import bangfu.database.Database;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.ledger.LedgerByBucket;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedMonths;
import bangfu.register.Register;
import bangfu.register.UnitReader;
import bangfu.register.UnitRows;
import bangfu.rules.Clause;
import bangfu.rules.Policy;
import bangfu.table.SortedRuns;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * All answers of the register through a month, streamed: nothing is kept but a page of units, a
 * bucket for each thread, and temporary files.
 */
public final class Answers {
  private final Policy policy;
  private final RunState state;
  private final UnitReader reader;
  private final DataSource source;
  private final List<Clause> clauses;
  private final LongConsumer progress;
  private final AnswerTotals totals = new AnswerTotals();

  /**
   * Asks for the answers of a month.
   *
   * @param clause null = all clauses that decide about persons or households
   * @param progress told how many units are done, by any thread
   * @throws bangfu.register.NeverDeliveredException without households or members
   */
  public Answers(
      Database database, Policy policy, YearMonth month, String clause, LongConsumer progress) {
    Register register = new Register(database.dataSource(), Tables.standard());
    this.policy = policy;
    this.state = RunState.of(month, 0, register, new PostedMonths(database.dataSource()), policy);
    this.reader = register.units(state.known());
    this.source = database.dataSource();
    this.clauses =
        decidingClauses(policy).stream()
            .filter(c -> clause == null || c.id().equals(clause))
            .toList();
    this.progress = progress;
  }

  /** The clauses that decide about persons or households, in the order of the notice. */
  public static List<Clause> decidingClauses(Policy policy) {
    return policy.clauses().values().stream()
        .filter(c -> c.words().subject() != null || c.status().needsRule())
        .toList();
  }

  /** The tables that were never delivered and that a clause rests on. */
  public List<Table> missingTables(String clause) {
    return Tables.standard().all().stream()
        .filter(table -> state.missingTables().contains(table.name()))
        .filter(table -> RunState.clausesRestingOn(table, policy).contains(clause))
        .toList();
  }

  /**
   * Hands over a line of text for each answer, unit by unit in the order of their smallest
   * household numbers, inside by household, person, clause and time.
   *
   * @param text the line of an answer, or null for none; asked by any thread
   */
  public AnswerTotals run(Function<Answer, String> text, Consumer<String> lines) {
    try (LedgerByBucket ledger = new LedgerByBucket(source, reader, state.month());
        SortedRuns runs = new SortedRuns()) {
      ledger.eachBucket((posted, bucket) -> look(bucket, posted, runs, text));
      runs.each(lines);
    }
    return totals;
  }

  private void look(
      int bucket, LedgerByBucket.Reader ledger, SortedRuns runs, Function<Answer, String> text) {
    try (SortedRuns.Run run = runs.begin()) {
      reader.forEach(
          bucket,
          UnitReader.BUCKETS,
          unit -> {
            for (Answer answer : answers(unit, ledger.of(unit.households()))) {
              String line = text.apply(answer);
              if (line != null) {
                run.add(unit.unit(), line);
              }
            }
            progress.accept(totals.looked(1));
          });
    }
  }

  private List<Answer> answers(UnitRows rows, List<PostedLine> posted) {
    Assessor assessor = state.assessor();
    Unit unit = UnitAssembler.assemble(rows.rows());
    List<PostedLine> lines =
        posted.stream().filter(line -> isAsked(line.line().key().clause())).toList();
    UnitAnswers ofUnit =
        new UnitAnswers(
            clauses,
            assessor.undecided(),
            DaySet.day(policy.firstDay()),
            DaySet.day(assessor.asOf()));
    List<Answer> answers = ofUnit.of(unit, assessor.explain(unit).explanations(), lines);
    totals.add(unit, answers, ofUnit.unansweredFen());
    return answers;
  }

  private boolean isAsked(String clause) {
    return clauses.stream().anyMatch(c -> c.id().equals(clause));
  }
}
