package bangfu.recalculate;

import bangfu.assess.AssessedUnit;
import bangfu.batch.Scope;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.ledger.LedgerByBucket;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedLines;
import bangfu.register.Register;
import bangfu.register.UnitReader;
import bangfu.register.UnitVersions;
import bangfu.rules.Policy;
import bangfu.table.SortedRuns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Decides every month from the plan's first day again and compares with the ledger; changes
 * nothing. Works bucket by bucket, with temporary files.
 */
public final class Recalculation {
  private final Question question;
  private final KnownStates states;
  private final UnitReader reader;
  private final DataSource source;
  private final UnitRecalculation units;
  private final LongConsumer progress;
  private final Totals totals = new Totals();

  /**
   * @param progress told how many units are done
   * @throws bangfu.register.NeverDeliveredException when households or members were not known
   */
  public Recalculation(Database database, Policy policy, Question question, LongConsumer progress) {
    Register register = new Register(database.dataSource(), Tables.standard());
    this.question = question;
    this.states = new KnownStates(register, policy, question);
    this.reader = register.units(register.newestDelivery());
    this.source = database.dataSource();
    this.units = new UnitRecalculation(states, new Facts(register));
    this.progress = progress;
  }

  /** Hands over every sum that differs, in code-point order of units and households. */
  public Totals run(Consumer<Difference> consumer) {
    try (SortedRuns runs = new SortedRuns()) {
      Scope scope = question.scope();
      if (scope.towns().isEmpty() && !scope.isAll()) {
        lookAt(runs, scope.households());
      } else {
        lookAtAll(runs);
      }
      runs.each(
          line -> {
            Difference difference = Difference.parse(line);
            totals.add(difference);
            consumer.accept(difference);
          });
    }
    return totals;
  }

  private void lookAt(SortedRuns runs, Set<String> households) {
    PostedLines ledger = new PostedLines(source);
    Set<String> seen = new HashSet<>();
    for (String household : households) {
      try (SortedRuns.Run run = runs.begin()) {
        reader.forEachVersionsOf(
            Set.of(household),
            unit -> {
              if (seen.add(unit.unit())) {
                look(unit, of -> ledger.ofUnit(of, question.month()), run);
              }
            });
      }
    }
  }

  private void lookAtAll(SortedRuns runs) {
    try (LedgerByBucket ledger = new LedgerByBucket(source, reader, question.month())) {
      ledger.eachBucket(
          (lines, bucket) -> {
            try (SortedRuns.Run run = runs.begin()) {
              reader.forEachVersions(
                  bucket, UnitReader.BUCKETS, unit -> look(unit, lines::of, run));
            }
          });
    }
  }

  private void look(
      UnitVersions unit, Function<List<String>, List<PostedLine>> ledger, SortedRuns.Run run) {
    AssessedUnit assessed =
        states.asked().assessor().assess(unit.at(states.asked().known()).rows());
    if (!question
        .scope()
        .takes(unit.households(), assessed.unit(), states.asked().assessor().asOf())) {
      return;
    }
    units
        .differences(unit, assessed, ledger.apply(unit.households()))
        .forEach(difference -> run.add(difference.unit(), difference.toLine()));
    totals.looked(1, assessed.assessment().accruals().size());
    if (!question.scope().households().isEmpty()) {
      totals.saw(unit.households());
    }
    progress.accept(totals.units());
  }
}
