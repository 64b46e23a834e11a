package bangfu.recalculate;

import bangfu.assess.AssessedUnit;
import bangfu.batch.Scope;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.ledger.PostedLine;
import bangfu.ledger.PostedLines;
import bangfu.register.Register;
import bangfu.register.SideBySide;
import bangfu.register.UnitReader;
import bangfu.register.UnitVersions;
import bangfu.rules.Policy;
import bangfu.table.SortedRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Decides every month from the plan's first day again and compares with the ledger; changes
 * nothing. Works in pages of units, so that its memory depends on no number of households.
 */
public final class Recalculation {
  private static final int PAGE_UNITS = 500;

  private final Question question;
  private final KnownStates states;
  private final UnitReader reader;
  private final PostedLines ledger;
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
    this.ledger = new PostedLines(database.dataSource());
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
    Set<String> seen = new HashSet<>();
    for (String household : households) {
      look(
          runs,
          each ->
              reader.forEachVersionsOf(
                  Set.of(household),
                  unit -> {
                    if (seen.add(unit.unit())) {
                      each.accept(unit);
                    }
                  }));
    }
  }

  private void lookAtAll(SortedRuns runs) {
    List<Integer> buckets = new ArrayList<>();
    for (int bucket = 0; bucket < UnitReader.BUCKETS; bucket++) {
      buckets.add(bucket);
    }
    try (SideBySide threads = new SideBySide()) {
      threads.all(
          buckets,
          bucket -> {
            look(runs, each -> reader.forEachVersions(bucket, UnitReader.BUCKETS, each));
            return bucket;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at units that come in order. */
  private void look(SortedRuns runs, Consumer<Consumer<UnitVersions>> source) {
    List<UnitVersions> page = new ArrayList<>();
    try (SortedRuns.Run run = runs.begin()) {
      source.accept(
          unit -> {
            page.add(unit);
            if (page.size() == PAGE_UNITS) {
              flush(page, run);
            }
          });
      flush(page, run);
    }
  }

  private void flush(List<UnitVersions> page, SortedRuns.Run run) {
    List<UnitVersions> chosen = new ArrayList<>();
    List<AssessedUnit> assessed = new ArrayList<>();
    for (UnitVersions unit : page) {
      AssessedUnit one = states.asked().assessor().assess(unit.at(states.asked().known()).rows());
      if (question.scope().takes(unit.households(), one.unit(), states.asked().assessor().asOf())) {
        chosen.add(unit);
        assessed.add(one);
      }
    }
    page.clear();
    compare(chosen, assessed, run);
  }

  private void compare(List<UnitVersions> page, List<AssessedUnit> assessed, SortedRuns.Run run) {
    List<String> households = new ArrayList<>();
    page.forEach(unit -> households.addAll(unit.households()));
    Map<String, List<PostedLine>> posted = ledger.of(households, question.month());
    long sums = 0;
    for (int i = 0; i < page.size(); i++) {
      List<PostedLine> lines = new ArrayList<>();
      page.get(i).households().forEach(h -> lines.addAll(posted.getOrDefault(h, List.of())));
      sums += assessed.get(i).assessment().accruals().size();
      units
          .differences(page.get(i), assessed.get(i), lines)
          .forEach(difference -> run.add(difference.unit(), difference.toLine()));
    }
    totals.looked(page.size(), sums);
    if (!question.scope().households().isEmpty()) {
      totals.saw(households);
    }
    progress.accept(totals.units());
  }
}
