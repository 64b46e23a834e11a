package bangfu.simulate;

import bangfu.assess.AssessedUnit;
import bangfu.batch.RunState;
import bangfu.database.Database;
import bangfu.engine.fact.Household;
import bangfu.intake.Tables;
import bangfu.ledger.LedgerByBucket;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedMonths;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import bangfu.register.UnitReader;
import bangfu.register.UnitRows;
import bangfu.table.SortedRuns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Works out what the ledger would say under today's policy and under another one, as the monthly
 * run would post it, and posts nothing. Nothing is kept but a bucket for each thread, and temporary
 * files.
 */
public final class Simulation {
  private final Question question;
  private final RunState today;
  private final RunState tried;
  private final UnitReader reader;
  private final DataSource source;
  private final Filing filing;
  private final Edges edges;
  private final LongConsumer progress;
  private final SimulationTotals totals = new SimulationTotals();

  /**
   * @param progress told how many units are done, by any thread
   * @throws bangfu.register.NeverDeliveredException without households or members
   */
  public Simulation(Database database, Question question, LongConsumer progress) {
    Register register = new Register(database.dataSource(), Tables.standard());
    PostedMonths months = new PostedMonths(database.dataSource());
    this.question = question;
    this.today = RunState.of(question.month(), 0, register, months, question.today());
    this.tried =
        RunState.knownOn(
            today.known(),
            new RunState.Reference(today.known(), today.known()),
            question.month(),
            register,
            question.tried());
    this.reader = register.units(today.known());
    this.source = database.dataSource();
    this.filing = new Filing(question.filingDay());
    this.edges = new Edges(today.assessor(), tried.assessor(), filing, question.stepFen());
    this.progress = progress;
  }

  /** Hands over what changes for households, and those at an edge, in their order. */
  public SimulationTotals run(Consumer<HouseholdChange> changes, Consumer<Edge> atEdges) {
    try (LedgerByBucket ledger = new LedgerByBucket(source, reader, question.month());
        SortedRuns changed = new SortedRuns();
        SortedRuns atEdge = new SortedRuns()) {
      ledger.eachBucket((posted, bucket) -> look(bucket, posted, changed, atEdge));
      changed.each(
          line -> {
            HouseholdChange change = HouseholdChange.parse(line);
            totals.add(change);
            changes.accept(change);
          });
      atEdge.each(
          line -> {
            totals.oneEdge();
            atEdges.accept(Edge.parse(line));
          });
    }
    return totals;
  }

  private void look(
      int bucket, LedgerByBucket.Reader ledger, SortedRuns changed, SortedRuns atEdge) {
    try (SortedRuns.Run changes = changed.begin();
        SortedRuns.Run found = atEdge.begin()) {
      reader.forEach(
          bucket,
          UnitReader.BUCKETS,
          unit -> {
            compare(unit, ledger.of(unit.households()), changes, found);
            progress.accept(totals.looked(1));
          });
    }
  }

  private void compare(
      UnitRows unit, List<PostedLine> posted, SortedRuns.Run changes, SortedRuns.Run found) {
    AssessedUnit asIs = today.assessor().assess(unit.rows());
    AssessedUnit other = tried.assessor().assess(asIs.unit());
    AssessedUnit filed = other;
    if (question.assumeFiling()) {
      List<StoredRow> followed = filing.followed(unit.rows(), other.eligibility());
      filed = followed == unit.rows() ? other : tried.assessor().assess(followed);
    }
    List<LedgerLine> before = ledger(today, asIs, posted);
    List<LedgerLine> after = ledger(tried, filed, posted);
    totals.add(before, after);
    totals.posted(posted.stream().mapToLong(line -> line.line().amountFen()).sum());
    changes(unit, asIs, other, sums(before, after), changes);
    edges.of(unit.rows(), asIs, other).forEach(edge -> found.add(unit.unit(), edge.toLine()));
  }

  /** All lines that the ledger would hold. */
  private static List<LedgerLine> ledger(
      RunState state, AssessedUnit assessed, List<PostedLine> posted) {
    List<LedgerLine> lines = new ArrayList<>();
    posted.forEach(line -> lines.add(line.line()));
    lines.addAll(state.linesWithoutReason(assessed, posted));
    return lines;
  }

  private static Map<String, Comparison> sums(List<LedgerLine> before, List<LedgerLine> after) {
    Map<String, Comparison> sums = new HashMap<>();
    before.forEach(
        line ->
            sums.merge(
                line.key().household(), new Comparison(line.amountFen(), 0), Comparison::plus));
    after.forEach(
        line ->
            sums.merge(
                line.key().household(), new Comparison(0, line.amountFen()), Comparison::plus));
    return sums;
  }

  private void changes(
      UnitRows unit,
      AssessedUnit asIs,
      AssessedUnit other,
      Map<String, Comparison> sums,
      SortedRuns.Run changes) {
    for (Household household : asIs.unit().households()) {
      String number = household.number();
      Proposal proposal = Proposal.of(other.eligibility().get(number));
      totals.proposed(Proposal.of(asIs.eligibility().get(number)), proposal);
      Comparison sum = sums.getOrDefault(number, Comparison.NOTHING);
      if (sum.changeFen() != 0 || proposal != Proposal.NONE) {
        changes.add(unit.unit(), change(household, sum, proposal).toLine());
      }
    }
  }

  private HouseholdChange change(Household household, Comparison sum, Proposal proposal) {
    int day = (int) today.assessor().asOf().toEpochDay();
    return new HouseholdChange(
        household.number(),
        household.headName(),
        Objects.requireNonNullElse(household.registration().town().at(day), ""),
        household.registration().persons(),
        sum,
        proposal);
  }
}
