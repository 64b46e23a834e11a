package bangfu.batch;

import bangfu.batch.PaymentDesk.Decision;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.ledger.Months;
import bangfu.ledger.PostedMonths;
import bangfu.payment.Actor;
import bangfu.payment.PaymentRun;
import bangfu.payment.Preparation;
import bangfu.payment.answer.AnswerIntake;
import bangfu.payment.answer.AnswerIntake.Handover;
import bangfu.payment.answer.AnswerResult;
import bangfu.payment.answer.AnswerResult.Receipt;
import bangfu.payment.answer.ReadAnswer;
import bangfu.payment.answer.RejectsFile;
import bangfu.payment.answer.ReturnedRows;
import bangfu.payment.answer.ReturnedRows.Ending;
import bangfu.payment.profile.BankProfile;
import bangfu.register.Archive;
import bangfu.register.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the bank's answers and pays anew what came back. Each step holds the right to run and is
 * one transaction.
 */
public final class AnswerDesk {
  private final Database database;
  private final Clock clock;
  private final TransactionTemplate transaction;

  public AnswerDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.transaction = new TransactionTemplate(database.transactions());
  }

  /**
   * What was decided about payments that came back.
   *
   * @param month in which it counts
   * @param open false when that month is still to be run, for the last posted one is closed
   */
  public record Remedied(YearMonth month, boolean open, List<ReturnedRows.Fate> fates) {}

  /**
   * Takes an answer. The same bytes again change nothing, unless {@code override} asks to look at
   * them again.
   *
   * @param out below which the rows that were refused are written
   * @throws UncheckedIOException when the file cannot be read
   */
  public AnswerResult receive(
      Path file, BankProfile profile, Path out, Decision decision, boolean override) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      ReadAnswer answer = ReadAnswer.of(file, profile);
      AnswerIntake intake = new AnswerIntake(database.dataSource());
      Receipt before = intake.received(answer.sha256());
      if (before != null && !override) {
        return AnswerResult.again(answer.sha256(), before);
      }
      lock.requireHeld();
      AnswerResult result =
          answer.refused()
              ? AnswerResult.refused(answer)
              : transaction.execute(
                  status -> take(file, answer, intake, handover(decision, override)));
      RejectsFile.write(result, out);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AnswerResult take(Path file, ReadAnswer answer, AnswerIntake intake, Handover handover) {
    try {
      new Archive(jdbc(), transaction).keep(answer.sha256(), List.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return intake.take(answer, handover);
  }

  private Handover handover(Decision decision, boolean override) {
    return new Handover(actor(decision), decision.reason(), override, clock.instant());
  }

  /**
   * Prepares payments that came back again, to the accounts that the register knows now, as a new
   * batch of the last posted month. Once that is closed, the next month's run prepares them.
   *
   * @param month in which they were prepared first; null = any
   * @param only these 明细流水号; empty = all that wait
   * @throws bangfu.payment.BatchRefusedException when there is none
   */
  public Remedied reissue(
      YearMonth month, Collection<String> only, BankProfile profile, Decision decision) {
    return decide(
        month,
        only,
        decision,
        (details, ending, open) -> {
          returned().reissue(details, ending);
          if (open) {
            prepare(ending, profile);
          }
        });
  }

  /**
   * Gives up payments that came back: they are never paid again and stay held as WRITTEN_OFF, so
   * that nothing vanishes.
   *
   * @param only these 明细流水号, at least one
   * @throws bangfu.payment.BatchRefusedException when one does not wait for a decision
   */
  public Remedied writeOff(Collection<String> only, Decision decision) {
    return decide(
        null, only, decision, (details, ending, open) -> returned().writeOff(details, ending));
  }

  /** What is done about payments that came back. */
  @FunctionalInterface
  private interface Remedy {
    void apply(List<String> details, Ending ending, boolean open);
  }

  private Remedied decide(
      YearMonth month, Collection<String> only, Decision decision, Remedy remedy) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      List<String> details = returned().waiting(month, only);
      PostedMonths months = new PostedMonths(database.dataSource());
      YearMonth last = months.last();
      boolean open = months.isOpen(last);
      YearMonth target = open ? last : last.plusMonths(1);
      lock.requireHeld();
      transaction.executeWithoutResult(
          status ->
              remedy.apply(
                  details,
                  new Ending(target, actor(decision), decision.reason(), clock.instant()),
                  open));
      return new Remedied(target, open, returned().fates(details));
    }
  }

  private ReturnedRows returned() {
    return new ReturnedRows(database.dataSource());
  }

  private void prepare(Ending ending, BankProfile profile) {
    YearMonth month = ending.month();
    Register register = new Register(database.dataSource(), Tables.standard());
    AccountBook accounts =
        new AccountBook(register, register.newestDelivery(), month.atEndOfMonth());
    new PaymentRun(database.dataSource(), accounts, profile)
        .prepare(month, 0, new Preparation(run(month), ending.by(), ending.at()));
  }

  private int run(YearMonth month) {
    return jdbc()
        .queryForObject(
            "select run_no from posted_month where posting_month = ?",
            Integer.class,
            Months.number(month));
  }

  private Actor actor(Decision decision) {
    return new Actor(decision.name(), database.holder().user());
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(database.dataSource());
  }
}
