package bangfu.batch;

import bangfu.assess.Annex;
import bangfu.assess.AssessedRows;
import bangfu.assess.AssessedUnit;
import bangfu.database.Database;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import bangfu.ledger.LedgerByBucket;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.Staging;
import bangfu.quality.Findings;
import bangfu.quality.RegisterChecks;
import bangfu.quality.UnitChecks;
import bangfu.register.Register;
import bangfu.register.UnitRows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Assesses one bucket of units page by page and stages what it finds, the last of it in one short
 * transaction at the end. Staged rows of an interrupted run are cleared before the next begins.
 */
final class AssessBucket {
  private final RunState state;
  private final Scope scope;
  private final Register register;
  private final LedgerByBucket.Reader posted;
  private final AssessedRows.Writer assessedRows;
  private final Findings.Writer findings;
  private final Staging.Writer staging;
  private final TransactionTemplate transaction;
  private final int pageUnits;
  private final int bucket;
  private final Annex annex;
  private final List<UnitRows> page = new ArrayList<>();

  AssessBucket(
      RunState state,
      Scope scope,
      Register register,
      LedgerByBucket ledger,
      Database database,
      int pageUnits,
      int bucket) {
    this.bucket = bucket;
    this.state = state;
    this.scope = scope;
    this.register = register;
    this.posted = ledger.reader();
    this.assessedRows =
        new AssessedRows(database.dataSource()).writer(bucket, state.assessor().asOf());
    this.findings = new Findings(database.dataSource()).writer(bucket);
    this.staging = new Staging(database.dataSource()).writer(bucket);
    this.transaction = new TransactionTemplate(database.transactions());
    this.pageUnits = pageUnits;
    this.annex = new Annex(DaySet.day(state.assessor().asOf()));
  }

  /** Assesses all units of the bucket; {@code done} counts units over all buckets. */
  void run(int buckets, AtomicLong done, Progress progress) {
    register
        .units(state.known())
        .forEach(
            bucket,
            buckets,
            unit -> {
              page.add(unit);
              if (page.size() == pageUnits) {
                flush(done, progress);
              }
            },
            unused -> findings.add(List.of(RegisterChecks.unknown(unused))));
    flush(done, progress);
    transaction.executeWithoutResult(
        status -> {
          staging.finish();
          findings.finish();
          assessedRows.finish(annex);
        });
  }

  private void flush(AtomicLong done, Progress progress) {
    if (page.isEmpty()) {
      return;
    }
    List<AssessedUnit> units =
        page.stream().map(unit -> state.assessor().assess(unit.rows())).toList();
    if (state.open()) {
      staging.add(lines(units));
    }
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i).unit();
      assessedRows.add(units.get(i));
      findings.add(UnitChecks.of(unit, page.get(i).rows(), state.assessor().asOf()));
      annex.add(unit);
    }
    progress.at(Progress.Stage.ASSESS, done.addAndGet(page.size()));
    page.clear();
  }

  private List<LedgerLine> lines(List<AssessedUnit> units) {
    List<LedgerLine> lines = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      List<String> households = page.get(i).households();
      AssessedUnit unit = units.get(i);
      if (scope.takes(households, unit.unit(), state.assessor().asOf())) {
        lines.addAll(state.lines(unit, posted.of(households)));
      }
    }
    return lines;
  }
}
