package bangfu.batch;

import bangfu.assess.AssessedRows;
import bangfu.database.Database;
import bangfu.database.Statistics;
import bangfu.intake.DeliveredBytes;
import bangfu.intake.Tables;
import bangfu.ledger.LedgerByBucket;
import bangfu.ledger.Months;
import bangfu.ledger.PostedMonths;
import bangfu.ledger.Publication;
import bangfu.ledger.Staging;
import bangfu.payment.Actor;
import bangfu.payment.PaymentRun;
import bangfu.payment.Preparation;
import bangfu.policy.PolicyInForce;
import bangfu.quality.Finding;
import bangfu.quality.Findings;
import bangfu.quality.ReferenceChecks;
import bangfu.quality.RegisterChecks;
import bangfu.register.DeliveryReport;
import bangfu.register.Instructions;
import bangfu.register.Reception;
import bangfu.register.Register;
import bangfu.register.SideBySide;
import bangfu.report.LedgerTotals;
import bangfu.report.MonthFiles;
import bangfu.report.RejectFiles;
import bangfu.rules.Policy;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the steps of one month do, and what they hand on to one another. */
final class MonthSteps implements AutoCloseable {
  private final MonthRequest request;
  private final Database database;
  private final DeliveredBytes bytes;
  private final Policy policy;
  private final Progress progress;
  private final Clock clock;
  private final StepClock steps;
  private final Register register;
  private final PostedMonths months;
  private final AtomicLong assessed = new AtomicLong();
  private final SideBySide beside = new SideBySide();
  private DeliveryReport delivery;
  private RunState state;
  private LedgerByBucket ledger;
  private Future<AccountBook> accounts;
  private Future<List<Finding>> ofRegister;
  private MonthFiles.Sums sums;
  private long posted;

  MonthSteps(
      MonthRequest request,
      Database database,
      DeliveredBytes bytes,
      Policy policy,
      Progress progress,
      StepClock steps,
      Clock clock) {
    this.request = request;
    this.database = database;
    this.bytes = bytes;
    this.policy = policy;
    this.progress = progress;
    this.clock = clock;
    this.steps = steps;
    this.register = new Register(database.dataSource(), Tables.standard());
    this.months = new PostedMonths(database.dataSource());
  }

  void receive() throws IOException {
    if (request.extracts() != null) {
      progress.at(Progress.Stage.IMPORT, 0);
      AtomicLong read = new AtomicLong();
      delivery =
          new Reception(database.dataSource(), database.transactions(), Tables.standard(), clock)
              .receive(
                  request.extracts(),
                  request.month().atEndOfMonth(),
                  request.acceptShrink() ? Instructions.ACCEPT_SHRINK : Instructions.NONE,
                  bytes,
                  rows -> progress.at(Progress.Stage.IMPORT, read.addAndGet(rows)));
      DeliveryCounts.of(delivery).forEach(steps::count);
    }
    state = RunState.of(request.month(), request.asKnownOn(), register, months, policy);
    ledger =
        new LedgerByBucket(database.dataSource(), register.units(state.known()), request.month());
  }

  /** What an interrupted run staged is forgotten, so that a page needs no memory of its own. */
  void clear() {
    new AssessedRows(database.dataSource()).clear();
    new Findings(database.dataSource()).clear();
    new Staging(database.dataSource()).clear();
  }

  void assess(int bucket) {
    new AssessBucket(
            state, request.scope(), register, ledger, database, request.pageUnits(), bucket)
        .run(request.partitions(), assessed, progress);
    if (posts()) {
      beginAccounts(); // while the other buckets are assessed
    }
  }

  private boolean posts() {
    return request.out() != null && state.open();
  }

  private synchronized void beginAccounts() {
    if (accounts == null) {
      accounts =
          beside.begin(
              () -> new AccountBook(register, state.known(), state.month().atEndOfMonth()));
    }
  }

  /** Makes staged lines part of the ledger and decides what leaves; in one transaction. */
  void publish(RunLock lock, int run) throws IOException {
    steps.count("units", assessed.get());
    if (!posts()) {
      return;
    }
    progress.at(Progress.Stage.PUBLISH, 0);
    lock.requireHeld();
    beginAccounts();
    YearMonth month = state.month();
    posted = new Publication(database.dataSource()).publish(month, state.known(), run);
    Statistics.refresh(database.dataSource(), "ledger_line");
    ofRegister = beside.begin(this::checkRegister); // beside the payments, which are one thread
    new PolicyInForce(database.dataSource()).posted(month, policy.pack());
    steps.count("lines", posted);
    Actor by = new Actor(request.preparedBy(), database.holder().user());
    new PaymentRun(database.dataSource(), SideBySide.result(accounts), request.bank())
        .prepare(month, posted, new Preparation(run, by, clock.instant()));
    accounts = null; // the largest thing in memory
    Statistics.refresh(database.dataSource(), "bank_row", "bank_line");
  }

  void write() throws IOException {
    if (request.out() == null) {
      return;
    }
    progress.at(Progress.Stage.WRITE, 0);
    look();
    sums =
        new MonthFiles(
                database.reader(),
                policy,
                request.version(),
                state.month(),
                Inputs.of(register, state.known(), database.dataSource()),
                folder ->
                    new RejectFiles(register, state.known())
                        .write(register.lastAccepted(state.known()).values(), folder),
                state.missingTables(),
                state.assessor().undecided())
            .write(request.out());
  }

  private void look() throws IOException {
    List<Finding> found = ofRegister == null ? checkRegister() : SideBySide.result(ofRegister);
    Findings.Writer findings = new Findings(database.dataSource()).writer(Findings.OF_REGISTER);
    findings.add(found);
    findings.add(PaidButVanished.of(register, state.known(), state.month(), database.dataSource()));
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(status -> findings.finish());
  }

  /** What no look at one unit can find. */
  private List<Finding> checkRegister() {
    int known = state.known();
    List<Finding> found =
        new ArrayList<>(RegisterChecks.of(register, known, state.missingTables()));
    found.addAll(
        ReferenceChecks.of(
            register, known, state.assessor().asOf(), policy.fundsNamedByClause().keySet()));
    return found;
  }

  MonthResult result() {
    LedgerTotals.Sum lines =
        sums == null ? LedgerTotals.staged(database.dataSource()).all() : sums.ledger().all();
    boolean defects =
        Inputs.of(register, state.known(), database.dataSource()).stream()
                .anyMatch(input -> input.rejectedRows() > 0 || input.status().equals("REFUSED"))
            || new Findings(database.dataSource()).hasBlocking();
    return new MonthResult(
        delivery,
        posted,
        lines.lines(),
        lines.fen(),
        bankRows(),
        sums == null ? null : sums.balance(),
        request.out() == null ? null : request.out().resolve(request.month().toString()),
        state.open() ? null : months.last(),
        defects);
  }

  private long bankRows() {
    Long rows =
        new JdbcTemplate(database.dataSource())
            .queryForObject(
                "select count(*) from bank_row r join bank_file f on f.file_name = r.file_name"
                    + " where f.posting_month = ?",
                Long.class,
                Months.number(request.month()));
    return rows == null ? 0 : rows;
  }

  @Override
  public void close() {
    beside.close();
    if (ledger != null) {
      ledger.close();
    }
  }
}
