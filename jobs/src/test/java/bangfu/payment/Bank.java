package bangfu.payment;

import bangfu.payment.answer.AnswerIntake;
import bangfu.payment.answer.AnswerIntake.Handover;
import bangfu.payment.answer.AnswerResult;
import bangfu.payment.answer.ReadAnswer;
import bangfu.payment.answer.Rejection;
import bangfu.payment.answer.ReturnedRows;
import bangfu.payment.answer.ReturnedRows.Ending;
import bangfu.payment.answer.ReturnedRows.Fate;
import bangfu.payment.profile.BankProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** The bank's side: answers to what a {@link MonthlyJob} sent, and what is done about them. */
final class Bank {
  private static final Actor CASHIER = new Actor("赵出纳", "zhao");
  private static final String NAMES = "明细流水号,收款账号,金额,状态,返回码,日期,说明\r\n";

  private final MonthlyJob job;
  private final Path file;

  Bank(MonthlyJob job, Path folder) {
    this.job = job;
    this.file = folder.resolve("answer.csv");
  }

  /** Hands in a file with these rows, in the default profile. */
  AnswerResult answer(String... rows) {
    return answer(false, rows);
  }

  /** Hands in a file although it contradicts. */
  AnswerResult override(String... rows) {
    return answer(true, rows);
  }

  private AnswerResult answer(boolean override, String... rows) {
    try {
      String text =
          NAMES + String.join("", List.of(rows).stream().map(row -> row + "\r\n").toList());
      Files.writeString(file, text, Charset.forName("GBK"));
      ReadAnswer read = ReadAnswer.of(file, BankProfile.standard());
      Handover handover = new Handover(CASHIER, "银行回盘", override, Instant.EPOCH);
      return transaction()
          .execute(status -> new AnswerIntake(job.database.dataSource()).take(read, handover));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "line code" of each row that was refused. */
  static List<String> refused(AnswerResult result) {
    return result.rejections().stream().map(Bank::shortly).toList();
  }

  private static String shortly(Rejection rejection) {
    return rejection.line() + " " + rejection.code();
  }

  /** Prepares what came back again, in a month that is open and posted. */
  List<Fate> reissue(String month, String... details) {
    Ending ending = ending(month);
    return transaction()
        .execute(
            status -> {
              Collection<String> waiting = returned().waiting(null, List.of(details));
              returned().reissue(waiting, ending);
              new PaymentRun(job.database.dataSource(), job, job.bank)
                  .prepare(
                      YearMonth.parse(month), 0, new Preparation(1, job.preparer, Instant.EPOCH));
              return returned().fates(waiting);
            });
  }

  /** What came back and waits for a decision; none when nothing does. */
  Collection<String> waiting() {
    try {
      return returned().waiting(null, List.of());
    } catch (BatchRefusedException nothing) {
      return List.of();
    }
  }

  /** Gives up what came back. */
  void writeOff(String month, String... details) {
    transaction()
        .executeWithoutResult(status -> returned().writeOff(List.of(details), ending(month)));
  }

  private static Ending ending(String month) {
    return new Ending(YearMonth.parse(month), CASHIER, "银行退回", Instant.EPOCH);
  }

  private ReturnedRows returned() {
    return new ReturnedRows(job.database.dataSource());
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(job.database.transactions());
  }
}
