package bangfu.batch;

import bangfu.database.Database;
import bangfu.intake.DeliveredBytes;
import bangfu.intake.Tables;
import bangfu.policy.PolicyInForce;
import bangfu.register.NeverDeliveredException;
import bangfu.register.Register;
import bangfu.report.FolderSwap;
import bangfu.report.MonthFiles;
import bangfu.rules.Policy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The monthly job: receive and publish the delivery, assess the units in partitions, post and send
 * in one transaction, write the folder. Every step can be done again: a killed run goes on with the
 * next start of the same command, and any other command may come between.
 *
 * <p>The steps are tasklets over pages of units, not Spring Batch chunks: a page needs the ledger
 * lines of all its households at once, and staged rows are cleared before the partitions begin, so
 * there is no position to restore.
 */
public final class MonthlyJob {
  private static final String NAME = "month";

  /** Names a worker, before its number. */
  private static final String BUCKET = "bucket-";

  private final Database database;
  private final Policy policy;
  private final Progress progress;
  private final Clock clock;

  public MonthlyJob(Database database, Policy policy, Progress progress, Clock clock) {
    this.database = database;
    this.policy = policy;
    this.progress = progress;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  /**
   * Runs the month.
   *
   * @throws RunLockedException when somebody else runs in this database
   * @throws NeverDeliveredException without households or members
   * @throws bangfu.register.StaleDeliveryException when the extracts are older than the register
   * @throws bangfu.policy.PackRefusedException when the month must not be posted by this policy
   */
  public MonthResult run(MonthRequest request) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      if (request.out() != null) {
        FolderSwap.healAll(request.out());
      }
      return run(request, lock);
    }
  }

  private MonthResult run(MonthRequest request, RunLock lock) {
    if (request.out() != null) {
      new PolicyInForce(database.dataSource()).require(policy.pack(), request.month());
    }
    RunBook book = new RunBook(database.dataSource(), clock);
    DeliveredBytes bytes = new DeliveredBytes();
    RunBook.Identity identity = identity(request, bytes);
    int run = book.open(identity, database.holder().command());
    StepClock steps = new StepClock(progress);
    try (MonthSteps month =
        new MonthSteps(request, database, bytes, policy, progress, steps, clock)) {
      if (request.correction() != null) {
        book.note(run, request.correction(), database.holder().user());
      }
      BatchRuntime batch = new BatchRuntime(database);
      batch.run(new Graph(batch, steps, lock, run).job(month, request), parameters(identity, run));
      MonthResult result = month.result();
      book.complete(run, kept(result));
      return result;
    } catch (RuntimeException | Error e) {
      fail(book, run, e);
      throw e;
    }
  }

  private RunBook.Identity identity(MonthRequest request, DeliveredBytes bytes) {
    int newest = new Register(database.dataSource(), Tables.standard()).newestDelivery();
    return new RunBook.Identity(
        kind(request),
        request.month(),
        request.extracts() == null ? null : request.month().atEndOfMonth(),
        InputHash.of(request, newest, policy.pack().hash(), bytes),
        policy.pack().hash());
  }

  private static RunBook.Kind kind(MonthRequest request) {
    if (request.correction() != null) {
      return RunBook.Kind.CORRECTION;
    }
    return request.out() == null ? RunBook.Kind.ASSESS : RunBook.Kind.RUN;
  }

  private static JobParameters parameters(RunBook.Identity identity, int run) {
    return new JobParametersBuilder()
        .addString("kind", identity.kind().name())
        .addString("month", identity.month().toString())
        .addString("input", identity.inputHash())
        .addLong("run", (long) run)
        .toJobParameters();
  }

  private static RunBook.Result kept(MonthResult result) {
    return result.folder() == null
        ? RunBook.Result.of(result.defects())
        : new RunBook.Result(
            result.lines(),
            result.amountFen(),
            result.balance().heldFen(),
            result.defects(),
            MonthFiles.manifestHash(result.folder()));
  }

  static void fail(RunBook book, int run, Throwable failure) {
    try {
      book.fail(run);
    } catch (RuntimeException e) {
      failure.addSuppressed(e); // it stays RUNNING, as if it had been killed
    }
  }

  /** The steps in their order. */
  private record Graph(BatchRuntime batch, StepClock steps, RunLock lock, int run) {
    Job job(MonthSteps month, MonthRequest request) {
      PlatformTransactionManager own = new ResourcelessTransactionManager();
      return new JobBuilder(NAME, batch.repository())
          .start(step("receive", own, month::receive))
          .next(step("clear", own, month::clear))
          .next(assess(month, request.partitions()))
          .next(step("publish", batch.transactions(), () -> month.publish(lock, run)))
          .next(step("write", own, month::write))
          .build();
    }

    /** A step that may be done again, in one transaction or in short ones of its own. */
    private Step step(String name, PlatformTransactionManager transactions, Work work) {
      return new StepBuilder(name, batch.repository())
          .tasklet(
              (contribution, chunk) -> {
                work.run();
                return RepeatStatus.FINISHED;
              },
              transactions)
          .listener(steps)
          .allowStartIfComplete(true)
          .build();
    }

    private Step assess(MonthSteps month, int buckets) {
      Step worker =
          new StepBuilder("assess-bucket", batch.repository())
              .tasklet(
                  (contribution, chunk) -> {
                    month.assess(bucket(chunk.getStepContext().getStepExecution()));
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
          .listener(steps)
          .allowStartIfComplete(true)
          .build();
    }

    private static Map<String, ExecutionContext> buckets(int buckets) {
      Map<String, ExecutionContext> contexts = new HashMap<>();
      for (int bucket = 0; bucket < buckets; bucket++) {
        contexts.put(BUCKET + bucket, new ExecutionContext());
      }
      return contexts;
    }

    /** From its name: a context may be lost, for a kill can come between a step and its context. */
    private static int bucket(StepExecution worker) {
      String name = worker.getStepName();
      return Integer.parseInt(name.substring(name.lastIndexOf(BUCKET) + BUCKET.length()));
    }
  }
}
