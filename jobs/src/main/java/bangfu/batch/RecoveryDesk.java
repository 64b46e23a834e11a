package bangfu.batch;

import bangfu.database.Database;
import bangfu.ledger.LineNumber;
import bangfu.ledger.PostedMonths;
import bangfu.payment.Actor;
import bangfu.payment.Recoveries;
import bangfu.payment.Recoveries.Step;
import bangfu.payment.Recovery;
import bangfu.payment.RecoveryRefusedException;
import bangfu.payment.RecoveryRefusedException.Why;
import bangfu.table.Yuan;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides, collects and waives recoveries. Each step holds the right to run. */
public final class RecoveryDesk {
  private final Database database;
  private final Clock clock;
  private final Recoveries recoveries;

  public RecoveryDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.recoveries = new Recoveries(database.dataSource());
  }

  /** What is still to come back now, by number. */
  public List<Recovery> open() {
    List<Recovery> open = new ArrayList<>();
    nextMonth().ifPresent(month -> recoveries.open(month, open::add));
    return open;
  }

  /**
   * Decides that the money is claimed back.
   *
   * @param number 追回号 as in recoveries.csv
   * @return the recovery as it is afterwards
   * @throws RecoveryRefusedException when there is none, or it is decided already
   */
  public Recovery decide(long number, PaymentDesk.Decision decision) {
    return step(number, Step.DECIDED, null, decision);
  }

  /**
   * Notes money that came back.
   *
   * @param amountFen greater than 0; null = all that is open
   * @return the recovery as it is afterwards
   * @throws RecoveryRefusedException when it is not decided, has ended, or less than that is open
   */
  public Recovery collect(long number, Long amountFen, PaymentDesk.Decision decision) {
    return step(number, Step.COLLECTED, amountFen, decision);
  }

  /**
   * Gives up what is still open.
   *
   * @return the recovery as it is afterwards
   * @throws RecoveryRefusedException when it is not decided, or has ended
   */
  public Recovery waive(long number, PaymentDesk.Decision decision) {
    return step(number, Step.WAIVED, null, decision);
  }

  private Recovery step(long number, Step step, Long amountFen, PaymentDesk.Decision decision) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      YearMonth month = nextMonth().orElseThrow(() -> refused(Why.NONE, number));
      Recovery before = find(number, month);
      long fen = amountFen == null ? before.openFen() : amountFen;
      requireAllowed(before, step, fen);
      lock.requireHeld();
      Actor by = new Actor(decision.name(), database.holder().user());
      new TransactionTemplate(database.transactions())
          .executeWithoutResult(
              status ->
                  recoveries.add(before, step, fen, month, by, decision.reason(), clock.instant()));
      return find(number, month);
    }
  }

  private Recovery find(long number, YearMonth month) {
    return recoveries.find(number, month).orElseThrow(() -> refused(Why.NONE, number));
  }

  private static void requireAllowed(Recovery recovery, Step step, long fen) {
    if (!recovery.state().isOpen()) {
      throw refused(Why.ENDED, recovery.lineNo());
    }
    boolean decided = recovery.state() != Recovery.State.PROPOSED;
    if (decided == (step == Step.DECIDED)) {
      throw refused(decided ? Why.DECIDED_ALREADY : Why.NOT_DECIDED, recovery.lineNo());
    }
    if (fen > recovery.openFen()) {
      throw new RecoveryRefusedException(
          Why.TOO_MUCH,
          LineNumber.text(recovery.lineNo()),
          Yuan.format(fen),
          Yuan.format(recovery.openFen()));
    }
  }

  private static RecoveryRefusedException refused(Why why, long number) {
    return new RecoveryRefusedException(why, LineNumber.text(number));
  }

  /** The first month that is not posted: files written before stay as they are. */
  private Optional<YearMonth> nextMonth() {
    return Optional.ofNullable(new PostedMonths(database.dataSource()).last())
        .map(last -> last.plusMonths(1));
  }
}
