package bangfu.payment;

import static bangfu.ledger.Sums.accrual;
import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import bangfu.ledger.LineNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * H1 got 100 yuan for February and 50 for March that it was not entitled to; both are to be got
 * back. What later payments pay of it goes to no bank.
 */
@OnEachDatabase
class SetOffTest {
  private static final long FIRST = LineNumber.parse("201704-0000001");
  private static final long SECOND = LineNumber.parse("201704-0000002");
  private static final String BANK_MAY = "bank/ELDER_DISTRICT_201705_001.csv";
  private static final String BANK_JUNE = "bank/ELDER_DISTRICT_201706_001.csv";

  @Parameter TestServer server;

  @TempDir Path folder;
  private final List<Accrual> due = new ArrayList<>();
  private MonthlyJob job;
  private Bank bank;

  @BeforeEach
  void twoRecoveries() {
    job = new MonthlyJob(server, folder);
    bank = new Bank(job, folder);
    job.preparer = new Actor("王办", "bangfu");
    job.rules =
        List.of(
            rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT),
            rule("2.2.7-b", "2017-01-01", "MOTHER", PayerLevel.DISTRICT));
    job.accounts.put("H1", account("张三", "6222001"));
    job.accounts.put("H2", account("李四", "6222002"));
    job.run("2017-03", topUp("H1", "P1", "2017-02", 10000), topUp("H1", "P1", "2017-03", 5000));
    job.approveAndSend("2017-03");
    job.run("2017-04");
    job.claim(FIRST);
    job.claim(SECOND);
  }

  @AfterEach
  void close() {
    assertThat(broken()).isEmpty();
    job.close();
  }

  private List<String> broken() {
    return MoneyChecks.of(job.database.dataSource(), null).stream()
        .filter(result -> result.firstBreak() != null)
        .map(result -> result.name() + " " + result.firstBreak())
        .toList();
  }

  /** Posts a month in which something more is due. */
  private void run(String month, Accrual... more) {
    due.addAll(List.of(more));
    job.run(month, due.toArray(Accrual[]::new));
    assertThat(job.balance(month).holds()).as(job.balance(month).toString()).isTrue();
  }

  private Recovery recovery(long number) {
    return new Recoveries(job.database.dataSource())
        .find(number, YearMonth.of(2018, 1))
        .orElseThrow();
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(job.database.dataSource());
  }

  @Test
  void nothingIsSetOffWithoutADecision() {
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));

    assertThat(job.rows("2017-05", BANK_MAY).get(0)).contains(",126.00,");
    assertThat(job.files("2017-05")).doesNotContain("set_off.csv");
  }

  @Test
  void aPaymentIsReducedByWhatIsOpenAndCollectedOnceItIsSent() {
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600), topUp("H2", "P3", "2017-05", 700));

    assertThat(job.rows("2017-05", BANK_MAY))
        .containsExactly(
            "1,6222001,张三,26.00,农商银行,,帮扶资金201705,2017050000001",
            "2,6222002,李四,7.00,农商银行,,帮扶资金201705,2017050000002");
    assertThat(job.rows("2017-05", "bank/detail.csv"))
        .containsExactly("2017050000001,201705-0000001,26.00", "2017050000002,201705-0000002,7.00");
    assertThat(job.rows("2017-05", "set_off.csv"))
        .containsExactly(
            "201704-0000001,H1,ELDER,区,,2017050000001,201705-0000001,100.00,126.00,100.00,26.00");
    assertThat(job.rows("2017-05", "ledger.csv").get(0)).contains(",126.00,");
    assertThat(job.balance("2017-05"))
        .isEqualTo(new Balance(13300, 15000 + 2600 + 700, 0, 0, 10000, 15000));
    assertThat(recovery(FIRST).state()).isEqualTo(Recovery.State.DECIDED);
    assertThat(recovery(FIRST).preparedFen()).isEqualTo(10000);

    job.approveAndSend("2017-05");
    assertThat(recovery(FIRST).state()).isEqualTo(Recovery.State.COLLECTED);
    assertThat(recovery(FIRST).preparedFen()).isZero();
    job.write("2017-05");
    assertThat(job.rows("2017-05", "recoveries.csv")).as("shown from June on").hasSize(2);
    run("2017-06", topUp("H1", "P2", "2017-06", 12600));
    assertThat(job.rows("2017-06", BANK_JUNE).get(0)).contains(",126.00,");
    assertThat(job.rows("2017-06", "recoveries.csv"))
        .containsExactly("201704-0000002,201703-0000002,H1,2.2.5-e,50.00,已决定");
  }

  @Test
  void theOldestComesFirstAndARowThatIsSetOffToNothingIsInNoFile() {
    job.setOff(SECOND, null, null);
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));

    assertThat(job.files("2017-05")).noneMatch(file -> file.startsWith("bank/ELDER"));
    assertThat(job.rows("2017-05", "bank/detail.csv")).isEmpty();
    assertThat(job.rows("2017-05", "bank/held.csv")).isEmpty();
    assertThat(job.rows("2017-05", "set_off.csv"))
        .containsExactly(
            "201704-0000001,H1,ELDER,区,,2017050000001,201705-0000001,100.00,126.00,126.00,0.00",
            "201704-0000002,H1,ELDER,区,,2017050000001,201705-0000001,26.00,126.00,126.00,0.00");
    PaymentBatch batch =
        new PaymentBatches(job.database.dataSource()).of(YearMonth.of(2017, 5)).get(0);
    assertThat(BatchContent.of(batch, job.database.dataSource()))
        .containsExactly(new BatchContent("ELDER", "DISTRICT", "", "", 1, 12600, 12600));

    job.approveAndSend("2017-05");
    assertThat(recovery(SECOND).openFen()).isEqualTo(2400);
    run("2017-06", topUp("H1", "P2", "2017-06", 12600));
    assertThat(job.rows("2017-06", BANK_JUNE).get(0)).contains(",102.00,");
    job.write("2017-05");
    assertThat(job.rows("2017-05", "set_off.csv")).hasSize(2);
  }

  @Test
  void theLimitsOfTheDecisionHoldForAMonthAndInAll() {
    job.setOff(FIRST, 7000L, 4000L);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));
    assertThat(job.rows("2017-05", BANK_MAY).get(0)).contains(",86.00,");
    run("2017-06", topUp("H1", "P2", "2017-06", 12600));
    assertThat(job.rows("2017-06", BANK_JUNE).get(0)).contains(",96.00,");
    run("2017-07", topUp("H1", "P2", "2017-07", 12600));
    assertThat(job.rows("2017-07", "bank/ELDER_DISTRICT_201707_001.csv").get(0))
        .contains(",126.00,");
  }

  @Test
  void onlyTheSameHouseholdPayerAndFundPay() {
    job.setOff(FIRST, null, null);
    run(
        "2017-05",
        accrual("2.2.7-b", "H1", "P2", "Y2017", LocalDate.of(2017, 5, 1), 300000),
        topUp("H2", "P3", "2017-05", 700));

    assertThat(job.files("2017-05")).doesNotContain("set_off.csv");
    assertThat(job.balance("2017-05").setOffFen()).isZero();
  }

  @Test
  void aReturnedPaymentKeepsItsSetOffAndIsPaidAnewWithoutIt() {
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));
    job.approveAndSend("2017-05");
    bank.answer("2017050000001,6222001,26.00,失败,E04,2017-05-20,账号已销户");
    job.accounts.remove("H1");
    bank.reissue("2017-05");

    assertThat(job.balance("2017-05")).isEqualTo(new Balance(12600, 15000, 0, 2600, 10000, 15000));
    job.write("2017-05");
    assertThat(job.rows("2017-05", "bank/held.csv").get(0)).contains(",26.00,NO_ACCOUNT,");
    assertThat(recovery(FIRST).state()).isEqualTo(Recovery.State.COLLECTED);

    job.accounts.put("H1", account("张三", "6222001"));
    run("2017-06");
    assertThat(job.rows("2017-06", BANK_JUNE))
        .containsExactly("1,6222001,张三,26.00,农商银行,,帮扶资金201706,2017050000001R1");
    job.approveAndSend("2017-06");
    assertThat(recovery(FIRST).collectedFen()).as("counted once").isEqualTo(10000);
  }

  @Test
  void aReversalBeforeItIsSentGivesBackWhatWasSetOff() {
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 9000), topUp("H1", "P3", "2017-05", 700));
    due.remove(0);
    run("2017-06");

    assertThat(recovery(FIRST).preparedFen()).as("the other line again").isEqualTo(700);
    assertThat(recovery(FIRST).collectedFen()).isZero();
    assertThat(job.rows("2017-06", "set_off.csv"))
        .containsExactly(
            "201704-0000001,H1,ELDER,区,,2017050000002R1,201705-0000002,7.00,7.00,7.00,0.00");
    job.write("2017-05");
    assertThat(job.rows("2017-05", "set_off.csv")).as("as it was posted").hasSize(2);
    assertThat(job.balance("2017-05").holds()).isTrue();
  }

  @Test
  void aReversalOfWhatCameBackGivesBackWhatWasSetOffToo() {
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));
    job.approveAndSend("2017-05");
    bank.answer("2017050000001,6222001,26.00,失败,E04,2017-05-20,账号已销户");
    due.clear();
    run("2017-06");

    assertThat(job.balance("2017-06")).isEqualTo(new Balance(0, 15000, 0, 0, 0, 15000));
    assertThat(recovery(FIRST).state()).isEqualTo(Recovery.State.DECIDED);
    run("2017-07");
    assertThat(job.rows("2017-07", "recoveries.csv"))
        .as("open again, whole, and no third one")
        .containsExactly(
            "201704-0000001,201703-0000001,H1,2.2.5-e,100.00,已决定",
            "201704-0000002,201703-0000002,H1,2.2.5-e,50.00,已决定");
  }

  @Test
  void aReversalAfterItWasSentIsARecoveryOfTheWholeLine() {
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 8000));
    job.approveAndSend("2017-05");
    due.clear();
    run("2017-06");

    assertThat(recovery(LineNumber.parse("201706-0000001")).amountFen()).isEqualTo(8000);
    assertThat(recovery(FIRST).collectedFen()).isEqualTo(8000);
    assertThat(job.balance("2017-06")).isEqualTo(new Balance(0, 15000, 0, 0, 8000, 23000));
  }

  @Test
  void whatThePaymentThatIsOwedCameBackForIsNotSetOffAndNotPaidAnew() {
    job.setOff(FIRST, 3000L, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));
    job.approveAndSend("2017-05");
    bank.answer("2017030000001,6222001,150.00,退票,,2017-05-20,");
    job.setOff(SECOND, null, null);
    run("2017-06", topUp("H1", "P2", "2017-06", 12600));

    assertThat(job.rows("2017-06", BANK_JUNE).get(0)).contains(",126.00,");
    assertThatThrownBy(() -> bank.reissue("2017-06", "2017030000001"))
        .isInstanceOf(BatchRefusedException.class)
        .hasMessage("SET_OFF 2017030000001 201704-0000001");
    assertThatThrownBy(() -> bank.reissue("2017-06")).hasMessageStartingWith("NOTHING_RETURNED");
  }

  @Test
  void withoutApprovalWhatIsPublishedIsCollected() {
    job.approveAndSend("2017-04");
    jdbc().update("update payment_batch set needs_approval = false");
    job.preparer = new Actor("", "bangfu");
    job.setOff(FIRST, null, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));

    assertThat(recovery(FIRST).state()).isEqualTo(Recovery.State.COLLECTED);
  }

  @Test
  void theDatabaseRefusesADecisionByWhoeverDecidedTheRecovery() {
    assertThatThrownBy(() -> decide(new Actor("李审", "zhao")))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> decide(new Actor("赵科", "shen")))
        .isInstanceOf(DataIntegrityViolationException.class);
    decide(new Actor("赵科", "zhao"));
    assertThatThrownBy(() -> jdbc().update("update set_off_decision set claimed_user = 'somebody'"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void decide(Actor by) {
    new SetOffs(job.database.dataSource())
        .decide(FIRST, new SetOffDecision.Most(null, null), by, "抵扣", Instant.EPOCH);
  }

  @Test
  void whoeverTampersWithASetOffIsFound() {
    job.setOff(FIRST, 9000L, null);
    run("2017-05", topUp("H1", "P2", "2017-05", 12600));
    job.approveAndSend("2017-05");

    jdbc().update("update set_off set amount_fen = amount_fen + 1");
    assertThat(broken())
        .containsExactly(
            "SET_OFF 201705-0000001", "SET_OFF_DECISIONS 201704-0000001", "BALANCE 2017-05");
    jdbc().update("update set_off set amount_fen = amount_fen - 1");

    jdbc().update("update bank_row set set_off_fen = 8999 where set_off_fen > 0");
    assertThat(broken()).containsExactly("BANK_ROWS 2017050000001", "BALANCE 2017-05");
    jdbc().update("update bank_row set set_off_fen = 9000 where set_off_fen > 0");

    jdbc().update("update recovery_event set amount_fen = 8999 where kind = 'SET_OFF'");
    assertThat(broken()).containsExactly("SET_OFF_DECISIONS 201704-0000001");
    jdbc().update("update recovery_event set amount_fen = 9000 where kind = 'SET_OFF'");

    jdbc().update("update set_off_decision set most_fen = 8999");
    assertThat(broken()).containsExactly("SET_OFF_DECISIONS 201704-0000001");
    jdbc().update("update set_off_decision set most_fen = 9000");
  }
}
