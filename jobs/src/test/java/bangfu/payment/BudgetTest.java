package bangfu.payment;

import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayerLevel;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A batch is covered by its year's budget line, or it stops with what is missing. */
@OnEachDatabase
class BudgetTest {
  @Parameter TestServer server;

  @TempDir Path folder;
  private MonthlyJob job;

  @BeforeEach
  void open() {
    job = new MonthlyJob(server, folder);
    job.preparer = new Actor("王办", "bangfu");
    job.rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT));
    job.accounts.put("H1", account("张三", "6222001"));
    job.run("2017-03", topUp("H1", "P1", "2017-03", 10000));
  }

  @AfterEach
  void close() {
    job.close();
  }

  @Test
  void isCoveredToTheLastFen() {
    assertThat(excess("2017-03", budget(2017, 10000))).isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(excess("2017-03", budget(2017, 9999)))
        .containsExactly(new Budget.Excess(2017, "ELDER", "DISTRICT", "", 9999L, 0, 10000))
        .allMatch(over -> over.missingFen() == 1);
  }

  @Test
  void needsALineOfItsOwnYearFundAndPayer() {
    assertThat(excess("2017-03", budget(2018, 99999)))
        .containsExactly(new Budget.Excess(2017, "ELDER", "DISTRICT", "", null, 0, 10000));
    assertThat(excess("2017-03", new Budget(2017, "ELDER", "CITY", "", 99999))).hasSize(1);
    assertThat(excess("2017-03", new Budget(2017, "EDU", "DISTRICT", "", 99999))).hasSize(1);
  }

  @Test
  void countsWhatWasApprovedBeforeInTheYearAndNotWhatWasWithdrawn() {
    job.approveAndSend("2017-03");
    job.run("2017-04", topUp("H1", "P1", "2017-03", 10000), topUp("H1", "P1", "2017-04", 500));
    assertThat(excess("2017-04", budget(2017, 10499)))
        .containsExactly(new Budget.Excess(2017, "ELDER", "DISTRICT", "", 10499L, 10000, 500));

    job.run("2017-05", topUp("H1", "P1", "2017-03", 10000));
    assertThat(excess("2017-04", budget(2017, 10000))).isEmpty();
  }

  private List<Budget.Excess> excess(String month, Budget... budgets) {
    List<PaymentBatch> asking =
        new PaymentBatches(job.database.dataSource()).of(YearMonth.parse(month));
    return Budget.excess(
        asking.stream().filter(b -> b.state() == PaymentBatch.State.PREPARED).toList(),
        List.of(budgets),
        job.database.dataSource());
  }

  private static Budget budget(int year, long fen) {
    return new Budget(year, "ELDER", "DISTRICT", "", fen);
  }
}
