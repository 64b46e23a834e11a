package bangfu.payment;

import static bangfu.ledger.Sums.accrual;
import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.to;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataIntegrityViolationException;

/** What was prepared counts as sent only once another person approved it and it was sent. */
@OnEachDatabase
class ApprovalTest {
  private static final YearMonth MARCH = YearMonth.of(2017, 3);

  @Parameter TestServer server;

  @TempDir Path folder;
  private MonthlyJob job;
  private PaymentBatches batches;

  @BeforeEach
  void open() {
    job = new MonthlyJob(server, folder);
    job.preparer = new Actor("王办", "bangfu");
    job.rules =
        List.of(
            rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT),
            rule("2.2.4-e", "2017-01-01", "EDU", PayerLevel.CITY));
    job.accounts.put("H1", account("张三", "6222001"));
    batches = new PaymentBatches(job.database.dataSource());
  }

  @AfterEach
  void close() {
    job.close();
  }

  @Test
  void aBatchIsPreparedThenApprovedThenSent() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));
    assertThat(only().state()).isEqualTo(PaymentBatch.State.PREPARED);

    batches.approve(only(), new Actor("李审", "shen"), "核对无误", Instant.EPOCH);
    assertThat(only().state()).isEqualTo(PaymentBatch.State.APPROVED);

    batches.send(only(), new Actor("李审", "shen"), "交银行", "0".repeat(64), Instant.EPOCH);
    assertThat(only().state()).isEqualTo(PaymentBatch.State.SENT);
  }

  @Test
  void theDatabaseRefusesAnApprovalByWhoeverPreparedIt() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));

    assertThatThrownBy(() -> approve(new Actor("王办", "shen")))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> approve(new Actor("李审", "bangfu")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void theDatabaseRefusesAReleaseByWhoeverPreparedOrASecondTime() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));
    job.approveAndSend("2017-03");
    job.accounts.put("H1", account("张三", "6222002"));
    job.run("2017-04", topUp("H1", "P1", "2017-03", 12600), topUp("H1", "P1", "2017-04", 12600));

    assertThatThrownBy(() -> release(new Actor("王办", "shen")))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> release(new Actor("李审", "bangfu")))
        .isInstanceOf(DataIntegrityViolationException.class);
    release(new Actor("李审", "shen"));
    assertThatThrownBy(() -> release(new Actor("李审", "shen")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void release(Actor by) {
    AccountHolds holds = new AccountHolds(job.database.dataSource());
    holds.release(holds.find(1).orElseThrow(), by, "电话核实", Instant.EPOCH);
  }

  @Test
  void theDatabaseRefusesToSendWhatIsNotApprovedOrASecondTime() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));
    assertThatThrownBy(this::send).isInstanceOf(DataIntegrityViolationException.class);

    approve(new Actor("李审", "shen"));
    send();
    assertThatThrownBy(this::send).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aReversalBeforeSendingWithdrawsTheRowAndRepreparesItsOtherLines() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600), topUp("H1", "P2", "2017-03", 700));
    job.run("2017-04", topUp("H1", "P2", "2017-03", 700));

    assertThat(job.rows("2017-04", "recoveries.csv")).isEmpty();
    assertThat(job.rows("2017-04", "bank/ELDER_DISTRICT_201704_001.csv"))
        .containsExactly("1,6222001,张三,7.00,农商银行,,帮扶资金201704,2017030000002R1");
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(700, 700, 0, 0, 0, 0));
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(13300, 13300, 0, 0, 0, 0));
    assertThat(BatchContent.of(only(), job.database.dataSource())).isEmpty();
  }

  @Test
  void aReversalAfterSendingIsARecovery() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));
    job.approveAndSend("2017-03");
    job.run("2017-04");

    assertThat(job.rows("2017-04", "recoveries.csv"))
        .containsExactly("201704-0000001,201703-0000001,H1,2.2.5-e,126.00,待追回");
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(0, 12600, 0, 0, 0, 12600));
  }

  @Test
  void aSettledLineThatWasNotSentIsCancelledToo() {
    Accrual waiver =
        to(
            PayeeKind.SCHOOL,
            "校1",
            accrual("2.2.4-e", "H1", "P1", "AY2016", LocalDate.of(2017, 3, 10), 50000));
    job.run("2017-03", waiver);
    job.run("2017-04");

    assertThat(job.balance("2017-04")).isEqualTo(new Balance(0, 0, 0, 0, 0, 0));
    assertThat(job.rows("2017-04", "recoveries.csv")).isEmpty();
  }

  @Test
  void aChangedPayerRuleRelabelsWhatIsPreparedAndLeavesWhatWasSent() {
    Accrual march = topUp("H1", "P1", "2017-03", 12600);
    Accrual april = topUp("H1", "P1", "2017-04", 12600);
    job.run("2017-03", march);
    job.approveAndSend("2017-03");
    job.run("2017-04", march, april);
    job.rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER2", PayerLevel.CITY));
    job.run("2017-05", march, april);

    assertThat(job.files("2017-05")).contains("bank/ELDER2_CITY_201705_001.csv");
    assertThat(job.rows("2017-05", "ledger.csv")).hasSize(2);
    assertThat(job.balance("2017-05")).isEqualTo(new Balance(25200, 25200, 0, 0, 0, 0));
  }

  @Test
  void onceApprovalIsUsedEveryLaterBatchNeedsIt() {
    job.run("2017-03", topUp("H1", "P1", "2017-03", 12600));
    job.preparer = new Actor("", "bangfu");
    job.run("2017-04", topUp("H1", "P1", "2017-03", 12600), topUp("H1", "P1", "2017-04", 12600));

    assertThat(batches.of(YearMonth.of(2017, 4)))
        .singleElement()
        .extracting(PaymentBatch::state)
        .isEqualTo(PaymentBatch.State.PREPARED);
  }

  private PaymentBatch only() {
    return batches.of(MARCH).get(0);
  }

  private void approve(Actor by) {
    batches.approve(only(), by, "核对无误", Instant.EPOCH);
  }

  private void send() {
    batches.send(only(), new Actor("李审", "shen"), "交银行", "0".repeat(64), Instant.EPOCH);
  }
}
