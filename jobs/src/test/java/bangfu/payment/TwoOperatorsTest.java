package bangfu.payment;

import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.PaymentDesk;
import bangfu.batch.RunLockedException;
import bangfu.database.Database;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import bangfu.payment.BatchRefusedException.Why;
import bangfu.report.SentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two operators take the same step at the same moment, each with connections of their own: one
 * takes it, the other learns why not.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestServer.class)
class TwoOperatorsTest {
  private static final int TIMES = 20;
  private static final YearMonth FIRST = YearMonth.of(2017, 1);
  private static final List<String> OPERATORS = List.of("李审", "赵审");

  @Parameter TestServer server;
  @TempDir Path folder;
  private final ExecutorService operators = Executors.newFixedThreadPool(OPERATORS.size());
  private MonthlyJob job;
  private Database other;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() {
    job = new MonthlyJob(server, folder);
    other = Database.open(job.url);
    job.preparer = new Actor("王办", "not-" + job.database.holder().user());
    job.rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT));
    job.accounts.put("H1", account("张三", "6222001"));
    jdbc = new JdbcTemplate(job.database.dataSource());
  }

  @AfterEach
  void close() {
    operators.shutdownNow();
    other.close();
    job.close();
  }

  @Test
  void oneApprovesAndOneSends() throws Exception {
    List<Accrual> due = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      YearMonth month = FIRST.plusMonths(i);
      due.add(topUp("H1", "P1", month.toString(), 12600));
      job.run(month.toString(), due.toArray(Accrual[]::new));

      String approver =
          winner(Why.APPROVED_ALREADY, name -> desk(name).approve(month, null, by(name)));
      String sender =
          winner(Why.SENT_ALREADY, name -> desk(name).send(month, null, out(), by(name)));

      PaymentBatch batch = new PaymentBatches(job.database.dataSource()).of(month).get(0);
      assertThat(names("select approved_by from batch_approval where batch_no = ?", batch))
          .containsExactly(approver);
      assertThat(names("select sent_by from batch_dispatch where batch_no = ?", batch))
          .containsExactly(sender);
      assertThat(sentFolders()).hasSize(i + 1).contains(SentFolder.of(batch, out()));
      assertThat(job.balance(month.toString()))
          .isEqualTo(new Balance(12600L * (i + 1), 12600L * (i + 1), 0, 0, 0, 0));
    }
  }

  private interface Step {
    List<PaymentBatch> take(String name);
  }

  /** Lets both take a step at once; the name of the one who took it. */
  private String winner(Why tooLate, Step step) throws Exception {
    CyclicBarrier together = new CyclicBarrier(OPERATORS.size());
    List<Callable<RuntimeException>> attempts = new ArrayList<>();
    for (String name : OPERATORS) {
      attempts.add(() -> refusal(together, step, name));
    }
    List<String> winners = new ArrayList<>();
    List<Future<RuntimeException>> refusals = operators.invokeAll(attempts);
    for (int i = 0; i < OPERATORS.size(); i++) {
      RuntimeException refusal = refusals.get(i).get();
      if (refusal == null) {
        winners.add(OPERATORS.get(i));
      } else {
        requireClear(refusal, tooLate);
      }
    }
    assertThat(winners).hasSize(1);
    return winners.get(0);
  }

  /** Why an operator could not take the step; null when it was taken, of one batch. */
  private static RuntimeException refusal(CyclicBarrier together, Step step, String name)
      throws Exception {
    together.await();
    try {
      assertThat(step.take(name)).hasSize(1);
      return null;
    } catch (BatchRefusedException | RunLockedException e) {
      return e;
    }
  }

  private static void requireClear(RuntimeException refusal, Why tooLate) {
    if (refusal instanceof BatchRefusedException refused) {
      assertThat(refused.key()).isEqualTo("batch." + tooLate);
    } else {
      assertThat(refusal).isInstanceOf(RunLockedException.class);
    }
  }

  private PaymentDesk desk(String name) {
    Database own = name.equals(OPERATORS.get(0)) ? job.database : other;
    return new PaymentDesk(own, Clock.systemUTC(), TwoOperatorsTest::budgets);
  }

  private static PaymentDesk.Decision by(String name) {
    return new PaymentDesk.Decision(name, "核对无误");
  }

  private List<String> names(String query, PaymentBatch batch) {
    return jdbc.queryForList(query, String.class, batch.number());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<Path> sentFolders() throws IOException {
    try (Stream<Path> folders = Files.list(out().resolve("sent"))) {
      return folders.toList();
    }
  }

  private static List<Budget> budgets() {
    return List.of(
        new Budget(2017, "ELDER", "DISTRICT", "", Integer.MAX_VALUE),
        new Budget(2018, "ELDER", "DISTRICT", "", Integer.MAX_VALUE));
  }
}
