package bangfu.batch;

import bangfu.assess.AssessedRows;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.ledger.PostedMonths;
import bangfu.ledger.Publication;
import bangfu.ledger.Staging;
import bangfu.payment.Balance;
import bangfu.payment.PaymentRun;
import bangfu.quality.FindingWriter;
import bangfu.quality.RegisterChecks;
import bangfu.register.DeliveryReport;
import bangfu.register.NeverDeliveredException;
import bangfu.register.Reception;
import bangfu.register.Register;
import bangfu.report.MonthFiles;
import bangfu.report.RejectFiles;
import bangfu.rules.Policy;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The monthly job: receive and publish the delivery, assess the units in partitions, post and send
 * in one transaction, write the folder. Every step can be done again: a killed run goes on with the
 * next start of the same command.
 *
 * <p>The steps are tasklets over pages of units, not Spring Batch chunks: a page needs the ledger
 * lines of all its households at once, and staged rows are cleared before the partitions begin, so
 * there is no position to restore.
 */
public final class MonthlyJob {
  private static final String NAME = "month";

  private final Database database;
  private final Policy policy;
  private final Progress progress;
  private final Clock clock;
  private final Register register;
  private final PostedMonths months;

  public MonthlyJob(Database database, Policy policy, Progress progress, Clock clock) {
    this.database = database;
    this.policy = policy;
    this.progress = progress;
    this.clock = clock;
    this.register = new Register(database.dataSource(), Tables.standard());
    this.months = new PostedMonths(database.dataSource());
  }

  /** What the steps hand on within one execution. */
  private static final class Course {
    DeliveryReport delivery;
    RunState state;
    Balance balance;
    int run;
  }

  /**
   * Runs the month.
   *
   * @throws NeverDeliveredException without households or members
   * @throws bangfu.register.StaleDeliveryException when the extracts are older than the register
   */
  public MonthResult run(MonthRequest request) {
    RunBook book = new RunBook(database.dataSource(), clock);
    String input = InputHash.of(request, register.newestDelivery());
    BatchRuntime batch = new BatchRuntime(database);
    Course course = new Course();
    course.run = book.open(request.month(), input);
    batch.run(
        job(request, batch, course),
        new JobParametersBuilder()
            .addString("month", request.month().toString())
            .addString("input", input)
            .addLong("run", (long) course.run)
            .toJobParameters());
    book.complete(course.run);
    return result(request, course);
  }

  private Job job(MonthRequest request, BatchRuntime batch, Course course) {
    JobBuilder job = new JobBuilder(NAME, batch.repository());
    return job.start(step(batch, "receive", () -> receive(request, course)))
        .next(step(batch, "clear", this::clear))
        .next(assess(request, batch, course))
        .next(publish(batch, course, request))
        .next(step(batch, "write", () -> write(request, course)))
        .build();
  }

  /** A step that manages its own short transactions, and may be done again. */
  private static Step step(BatchRuntime batch, String name, Work work) {
    return new StepBuilder(name, batch.repository())
        .tasklet(
            (contribution, chunk) -> {
              work.run();
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .allowStartIfComplete(true)
        .build();
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private void receive(MonthRequest request, Course course) throws Exception {
    if (request.extracts() != null) {
      progress.at(Progress.Stage.IMPORT, 0);
      course.delivery =
          new Reception(database.dataSource(), database.transactions(), Tables.standard(), clock)
              .receive(
                  request.extracts(),
                  request.month().atEndOfMonth(),
                  (table, rows) -> progress.at(Progress.Stage.IMPORT, rows));
    }
    course.state = RunState.of(request.month(), register, months, policy);
  }

  private void clear() {
    new AssessedRows(database.dataSource(), clock.instant().atZone(clock.getZone()).toLocalDate())
        .clear();
    new FindingWriter(database.dataSource()).clear();
    new Staging(database.dataSource()).clear();
  }

  private Step assess(MonthRequest request, BatchRuntime batch, Course course) {
    AtomicLong done = new AtomicLong();
    int buckets = request.partitions();
    Step worker =
        new StepBuilder("assess-bucket", batch.repository())
            .tasklet(
                (contribution, chunk) -> {
                  int bucket =
                      chunk
                          .getStepContext()
                          .getStepExecution()
                          .getExecutionContext()
                          .getInt("bucket");
                  new AssessBucket(course.state, register, database, request.pageUnits())
                      .run(bucket, buckets, done, progress);
                  return RepeatStatus.FINISHED;
                },
                new ResourcelessTransactionManager())
            .allowStartIfComplete(true)
            .build();
    return new StepBuilder("assess", batch.repository())
        .partitioner("assess-bucket", grid -> buckets(buckets))
        .step(worker)
        .gridSize(buckets)
        .taskExecutor(new SimpleAsyncTaskExecutor("assess-"))
        .allowStartIfComplete(true)
        .build();
  }

  private static Map<String, ExecutionContext> buckets(int buckets) {
    Map<String, ExecutionContext> contexts = new HashMap<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      ExecutionContext context = new ExecutionContext();
      context.putInt("bucket", bucket);
      contexts.put(String.format("bucket-%03d", bucket), context);
    }
    return contexts;
  }

  /** The one transaction that makes staged lines part of the ledger and decides what leaves. */
  private Step publish(BatchRuntime batch, Course course, MonthRequest request) {
    return new StepBuilder("publish", batch.repository())
        .tasklet(
            (contribution, chunk) -> {
              if (request.out() != null && course.state.open()) {
                progress.at(Progress.Stage.PUBLISH, 0);
                YearMonth month = course.state.month();
                new Publication(database.dataSource())
                    .publish(month, course.state.known(), course.run);
                new PaymentRun(
                        database.dataSource(), new AccountBook(register, course.state.known()))
                    .send(month);
              }
              return RepeatStatus.FINISHED;
            },
            database.transactions())
        .allowStartIfComplete(true)
        .build();
  }

  private void write(MonthRequest request, Course course) {
    if (request.out() == null) {
      return;
    }
    progress.at(Progress.Stage.WRITE, 0);
    RunState state = course.state;
    look(state);
    course.balance =
        new MonthFiles(
                database.dataSource(),
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

  private void look(RunState state) {
    FindingWriter findings = new FindingWriter(database.dataSource());
    findings.add(RegisterChecks.of(register, state.known(), state.month(), state.missingTables()));
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(status -> findings.flush());
  }

  private MonthResult result(MonthRequest request, Course course) {
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    int month = request.month().getYear() * 100 + request.month().getMonthValue();
    String lines =
        request.out() == null
            ? "from staged_line"
            : "from ledger_line where posting_month = " + month;
    boolean defects =
        Inputs.of(register, course.state.known(), database.dataSource()).stream()
                .anyMatch(input -> input.rejectedRows() > 0 || input.status().equals("REFUSED"))
            || new FindingWriter(database.dataSource()).hasBlocking();
    return new MonthResult(
        course.delivery,
        number(jdbc, "select count(*) " + lines),
        number(jdbc, "select coalesce(sum(amount_fen), 0) " + lines),
        number(
            jdbc,
            "select count(*) from bank_row r join bank_file f on f.file_name = r.file_name"
                + " where f.posting_month = "
                + month),
        course.balance,
        request.out() == null ? null : request.out().resolve(request.month().toString()),
        course.state.open() ? null : months.last(),
        defects);
  }

  private static long number(JdbcTemplate jdbc, String sql) {
    Long number = jdbc.queryForObject(sql, Long.class);
    return number == null ? 0 : number;
  }
}
