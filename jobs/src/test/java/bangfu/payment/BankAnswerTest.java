package bangfu.payment;

import static bangfu.ledger.Sums.rule;
import static bangfu.ledger.Sums.topUp;
import static bangfu.payment.MonthlyJob.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import bangfu.payment.BatchRefusedException.Why;
import bangfu.payment.answer.AnswerResult;
import bangfu.payment.answer.Answered;
import bangfu.payment.answer.Answered.Sum;
import bangfu.payment.answer.ReturnedRows.Fate;
import bangfu.payment.profile.Outcome;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the bank answers, row by row, and what becomes of what it gave back. */
@OnEachDatabase
class BankAnswerTest {
  private static final String FIRST = "2017030000001";
  private static final String SECOND = "2017030000002";
  private static final Accrual OF_H1 = topUp("H1", "P1", "2017-03", 12600);
  private static final Accrual OF_H2 = topUp("H2", "P2", "2017-03", 700);

  @Parameter TestServer server;

  @TempDir Path folder;
  private MonthlyJob job;
  private Bank bank;

  @BeforeEach
  void send() {
    job = new MonthlyJob(server, folder);
    bank = new Bank(job, folder);
    job.preparer = new Actor("王办", "bangfu");
    job.rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER", PayerLevel.DISTRICT));
    job.accounts.put("H1", account("张三", "6222001"));
    job.accounts.put("H2", account("李四", "6222002"));
    job.run("2017-03", OF_H1, OF_H2);
    job.approveAndSend("2017-03");
  }

  @AfterEach
  void close() {
    job.close();
  }

  private Answered.BankFile status() {
    return new Answered(job.database.dataSource()).ofMonth(null).get(0);
  }

  private static String paid(String detail, String account, String yuan, String day) {
    return detail + "," + account + "," + yuan + ",成功,0000," + day + ",";
  }

  private static String failed(String detail, String account, String yuan, String day) {
    return detail + "," + account + "," + yuan + ",失败,E04," + day + ",账号已销户";
  }

  private static String pending(String detail, String account, String yuan) {
    return detail + "," + account + "," + yuan + ",处理中,,,";
  }

  @Test
  void successFailureAndWhatIsMissing() {
    AnswerResult result = bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));

    assertThat(result.taken()).isEqualTo(Map.of(Outcome.FAILURE, 1));
    assertThat(result.isOpen()).isTrue();
    assertThat(status().unanswered()).isEqualTo(new Sum(1, 700));

    AnswerResult rest = bank.answer(paid(SECOND, "6222002", "7.00", "2017-04-03"));
    assertThat(rest.isOpen()).isFalse();
    assertThat(status().returned()).isEqualTo(new Sum(1, 12600));
    assertThat(status().paid()).isEqualTo(new Sum(1, 700));
  }

  @Test
  void theBanksCodeAndWordsAreKeptAsTheyCame() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));

    assertThat(
            JdbcClient.create(job.database.dataSource())
                .sql("select code, message, line_no from bank_answer")
                .query()
                .singleRow()
                .values())
        .containsExactly("E04", "账号已销户", 2);
  }

  @Test
  void rowsThatDoNotFitAreRefusedAndTheOthersTaken() {
    AnswerResult result =
        bank.answer(
            paid("2017039999999", "6222001", "126.00", "2017-04-03"),
            paid(FIRST, "6222009", "126.00", "2017-04-03"),
            paid(SECOND, "6222002", "7.00", "2017-04-03"));
    assertThat(Bank.refused(result)).containsExactly("2 UNKNOWN", "3 ACCOUNT");
    assertThat(result.taken()).isEqualTo(Map.of(Outcome.SUCCESS, 1));
    assertThat(result.isOpen()).isTrue();

    assertThat(Bank.refused(bank.answer(paid(FIRST, "6222001", "126.01", "2017-04-03"))))
        .containsExactly("2 AMOUNT");
  }

  @Test
  void aNumberThatStandsTwiceCountsNeitherTime() {
    AnswerResult result =
        bank.answer(
            paid(FIRST, "6222001", "126.00", "2017-04-03"),
            failed(FIRST, "6222001", "126.00", "2017-04-03"));

    assertThat(Bank.refused(result)).containsExactly("2 REPEATED", "3 REPEATED");
    assertThat(status().unanswered().rows()).isEqualTo(2);
  }

  @Test
  void whatWasNotSentCannotBeAnswered() {
    job.run("2017-04", OF_H1, OF_H2, topUp("H1", "P1", "2017-04", 12600));

    assertThat(Bank.refused(bank.answer(paid("2017040000001", "6222001", "126.00", "2017-04-03"))))
        .containsExactly("2 NOT_SENT");
  }

  @Test
  void pendingIsNoFailureAndNeverUndoesWhatIsFinal() {
    bank.answer(pending(FIRST, "6222001", "126.00"), pending(SECOND, "6222002", "7.00"));
    assertThat(status().pending()).isEqualTo(new Sum(2, 13300));
    assertThatThrownBy(() -> bank.reissue("2017-03")).isInstanceOf(BatchRefusedException.class);

    bank.answer(
        paid(FIRST, "6222001", "126.00", "2017-04-03"),
        failed(SECOND, "6222002", "7.00", "2017-04-03"));
    AnswerResult late =
        bank.answer(pending(SECOND, "6222002", "7.00"), pending(FIRST, "6222001", "126.00"));

    assertThat(late.unchanged()).isEqualTo(2);
    assertThat(status().pending().rows()).isZero();
  }

  @Test
  void theOppositeOfAFinalAnswerNeedsAnOverride() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    String opposite = paid(FIRST, "6222001", "126.00", "2017-04-04");

    assertThat(Bank.refused(bank.answer(opposite))).containsExactly("2 CONTRADICTION");
    assertThat(bank.override(opposite).taken()).isEqualTo(Map.of(Outcome.SUCCESS, 1));
    assertThat(status().paid().rows()).isEqualTo(1);
  }

  @Test
  void aPaymentGivenBackOnALaterDayIsNoContradiction() {
    bank.answer(paid(FIRST, "6222001", "126.00", "2017-04-03"));

    assertThat(Bank.refused(bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"))))
        .containsExactly("2 CONTRADICTION");
    assertThat(bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-06")).taken())
        .isEqualTo(Map.of(Outcome.FAILURE, 1));
  }

  @Test
  void anOldFileHandedInAgainTurnsNothingBack() {
    String paid = paid(FIRST, "6222001", "126.00", "2017-04-03");
    bank.answer(paid);
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-06"));

    assertThat(bank.override(paid).unchanged()).isEqualTo(1);
    assertThat(status().returned().rows()).isEqualTo(1);
  }

  @Test
  void aReturnedPaymentIsPreparedAgainToTheAccountKnownNow() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    job.accounts.put("H1", account("张三", "6222777"));

    List<Fate> fates = bank.reissue("2017-03");
    job.write("2017-03");

    assertThat(fates).extracting(Fate::nextNo).containsExactly(FIRST + "R1");
    assertThat(job.rows("2017-03", "bank/ELDER_DISTRICT_201703_002.csv"))
        .containsExactly("1,6222777,张三,126.00,农商银行,,帮扶资金201703," + FIRST + "R1");
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(13300, 13300, 0, 0, 0, 0));
    assertThat(new PaymentBatches(job.database.dataSource()).of(YearMonth.of(2017, 3)))
        .extracting(PaymentBatch::state)
        .containsExactly(PaymentBatch.State.SENT, PaymentBatch.State.PREPARED);
  }

  @Test
  void withoutAGoodAccountItIsHeldWithTheReason() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    job.accounts.remove("H1");

    assertThat(bank.reissue("2017-03")).extracting(Fate::held).containsExactly(HoldCode.NO_ACCOUNT);
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(13300, 700, 0, 12600, 0, 0));

    job.accounts.put("H1", account("张三", "6222777"));
    job.run("2017-04", OF_H1, OF_H2);
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(13300, 13300, 0, 0, 0, 0));
    assertThat(job.balance("2017-03")).isEqualTo(new Balance(13300, 700, 0, 12600, 0, 0));
  }

  @Test
  void afterAReissueTheOldPaymentCannotSucceedAnyMore() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    bank.reissue("2017-03");

    assertThat(Bank.refused(bank.override(paid(FIRST, "6222001", "126.00", "2017-04-04"))))
        .containsExactly("2 ENDED");
    assertThatThrownBy(() -> bank.reissue("2017-03", FIRST))
        .isInstanceOfSatisfying(
            BatchRefusedException.class,
            e -> assertThat(e.key()).isEqualTo("batch." + Why.NOT_RETURNED));
  }

  @Test
  void theDatabaseAllowsALineOneLivePayment() {
    JdbcClient jdbc = JdbcClient.create(job.database.dataSource());
    String second =
        "insert into bank_line (line_no, attempt, detail_no, posting_month, batch_no,"
            + " after_detail_no) select line_no, 1, '%s', 201703, batch_no, '%s' from bank_line"
            + " where detail_no = '%s'";

    assertThatThrownBy(() -> jdbc.sql(second.formatted(SECOND, FIRST, FIRST)).update())
        .as("the first has not ended")
        .isInstanceOf(DataIntegrityViolationException.class);

    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    bank.reissue("2017-03");
    assertThatThrownBy(
            () ->
                jdbc.sql(second.formatted(SECOND, FIRST, FIRST).replace(", 1, ", ", 2, ")).update())
        .as("the first has a successor")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void moneyThatCameBackAfterItsReversalIsNotToBeGotBack() {
    bank.answer(paid(FIRST, "6222001", "126.00", "2017-04-03"));
    job.run("2017-04", OF_H2);
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(700, 13300, 0, 0, 0, 12600));

    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-06"));
    assertThat(bank.reissue("2017-04")).extracting(Fate::nextNo).containsOnlyNulls();
    job.write("2017-04");

    assertThat(job.balance("2017-04")).isEqualTo(new Balance(700, 700, 0, 0, 0, 0));
    assertThat(job.rows("2017-04", "recoveries.csv")).isEmpty();
  }

  @Test
  void aLineReversedWhileItsPaymentIsReturnedIsCancelled() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    job.run("2017-04", OF_H2);

    assertThat(job.balance("2017-04")).isEqualTo(new Balance(700, 700, 0, 0, 0, 0));
    assertThatThrownBy(() -> bank.reissue("2017-04")).isInstanceOf(BatchRefusedException.class);
  }

  @Test
  void whatIsWrittenOffStaysHeldAndKeepsItsPayer() {
    bank.answer(failed(FIRST, "6222001", "126.00", "2017-04-03"));
    bank.writeOff("2017-03", FIRST);
    job.rules = List.of(rule("2.2.5-e", "2017-01-01", "ELDER2", PayerLevel.CITY));
    job.run("2017-04", OF_H1, OF_H2);

    assertThat(job.rows("2017-04", "ledger.csv")).isEmpty();
    assertThat(job.rows("2017-04", "bank/held.csv"))
        .containsExactly("H1,2017-03,ELDER,区,,126.00,WRITTEN_OFF,银行退回后已决定不再支付");
    assertThat(job.balance("2017-04")).isEqualTo(new Balance(13300, 700, 0, 12600, 0, 0));

    job.run("2017-05", OF_H2);
    assertThat(job.rows("2017-05", "bank/held.csv")).isEmpty();
    assertThat(job.balance("2017-05")).isEqualTo(new Balance(700, 700, 0, 0, 0, 0));
  }
}
