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
import bangfu.payment.SetOffDecision;
import bangfu.payment.SetOffs;
import bangfu.table.Yuan;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides, collects, sets off and waives recoveries. Each step holds the right to run. */
public final class RecoveryDesk {
  private final Database database;
  private final Clock clock;
  private final Recoveries recoveries;
  private final SetOffs setOffs;

  public RecoveryDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.recoveries = new Recoveries(database.dataSource());
    this.setOffs = new SetOffs(database.dataSource());
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

  /**
   * Decides that batches which are prepared from now on pay what is open out of later money for the
   * same household, of the same payer and fund.
   *
   * @throws RecoveryRefusedException when it is not decided, has ended, was not paid to a
   *     household, is set off already, or the same person or system account decided it
   */
  public Recovery setOff(long number, SetOffDecision.Most most, PaymentDesk.Decision decision) {
    return act(
        number,
        (recovery, month, by) -> {
          requireOpen(recovery);
          requireSetOff(recovery, by);
          setOffs.decide(number, most, by, decision.reason(), clock.instant());
        },
        decision);
  }

  /**
   * Ends a decision to set off. What batches that are prepared already set off stays.
   *
   * @throws RecoveryRefusedException when there is none
   */
  public Recovery endSetOff(long number, PaymentDesk.Decision decision) {
    return act(
        number,
        (recovery, month, by) -> {
          SetOffDecision inForce =
              setOffs.inForce(number).orElseThrow(() -> refused(Why.NO_SET_OFF, number));
          setOffs.withdraw(inForce, by, decision.reason(), clock.instant());
        },
        decision);
  }

  /** The decision by which a recovery is set off; empty when there is none. */
  public Optional<SetOffDecision> setOffOf(Recovery recovery) {
    return setOffs.inForce(recovery.lineNo());
  }

  /** What is done to a recovery, in a transaction. */
  @FunctionalInterface
  private interface Act {
    void on(Recovery recovery, YearMonth month, Actor by);
  }

  private Recovery act(long number, Act act, PaymentDesk.Decision decision) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      YearMonth month = nextMonth().orElseThrow(() -> refused(Why.NONE, number));
      Recovery before = find(number, month);
      lock.requireHeld();
      Actor by = new Actor(decision.name(), database.holder().user());
      new TransactionTemplate(database.transactions())
          .executeWithoutResult(status -> act.on(before, month, by));
      return find(number, month);
    }
  }

  private Recovery step(long number, Step step, Long amountFen, PaymentDesk.Decision decision) {
    return act(
        number,
        (recovery, month, by) -> {
          long fen = amountFen == null ? recovery.uncoveredFen() : amountFen;
          requireAllowed(recovery, step, fen);
          recoveries.add(number, step, fen, month, by, decision.reason(), clock.instant());
        },
        decision);
  }

  private Recovery find(long number, YearMonth month) {
    return recoveries.find(number, month).orElseThrow(() -> refused(Why.NONE, number));
  }

  private static void requireAllowed(Recovery recovery, Step step, long fen) {
    if (step != Step.DECIDED) {
      requireOpen(recovery);
    } else if (!recovery.state().isOpen()) {
      throw refused(Why.ENDED, recovery.lineNo());
    } else if (recovery.isDecided()) {
      throw refused(Why.DECIDED_ALREADY, recovery.lineNo());
    }
    if (fen > recovery.openFen()) {
      throw new RecoveryRefusedException(
          Why.TOO_MUCH,
          LineNumber.text(recovery.lineNo()),
          Yuan.format(fen),
          Yuan.format(recovery.openFen()));
    }
    boolean waivesPrepared = step == Step.WAIVED && recovery.preparedFen() > 0;
    if (waivesPrepared || fen > recovery.uncoveredFen() || fen == 0) {
      throw new RecoveryRefusedException(
          Why.PREPARED,
          LineNumber.text(recovery.lineNo()),
          Yuan.format(recovery.preparedFen()),
          Yuan.format(recovery.uncoveredFen()));
    }
  }

  private static void requireOpen(Recovery recovery) {
    if (!recovery.state().isOpen()) {
      throw refused(Why.ENDED, recovery.lineNo());
    }
    if (!recovery.isDecided()) {
      throw refused(Why.NOT_DECIDED, recovery.lineNo());
    }
  }

  private void requireSetOff(Recovery recovery, Actor by) {
    String number = LineNumber.text(recovery.lineNo());
    if (!recovery.toHousehold()) {
      throw new RecoveryRefusedException(Why.NOT_HOUSEHOLD, number);
    }
    if (recovery.waivedFen() > 0) {
      throw new RecoveryRefusedException(Why.ENDED, number);
    }
    setOffs
        .inForce(recovery.lineNo())
        .ifPresent(
            decision -> {
              throw new RecoveryRefusedException(Why.SET_OFF_ALREADY, number, decision.by().name());
            });
    Actor decider = recoveries.decider(recovery.lineNo());
    if (by.name().equals(decider.name())) {
      throw new RecoveryRefusedException(Why.SAME_PERSON, number, by.name());
    }
    if (by.systemUser().equals(decider.systemUser())) {
      throw new RecoveryRefusedException(Why.SAME_USER, number, by.systemUser());
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
