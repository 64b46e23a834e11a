package bangfu.batch;

import bangfu.database.Database;
import bangfu.ledger.PostedMonths;
import bangfu.payment.AccountHold;
import bangfu.payment.AccountHolds;
import bangfu.payment.Actor;
import bangfu.payment.HeldRow;
import bangfu.payment.HeldRows;
import bangfu.payment.HoldRefusedException;
import bangfu.payment.HoldRefusedException.Why;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lists the money that waits and releases what a second person looked at; the database refuses a
 * release by whoever held it. Released money leaves with the next batch that is prepared.
 */
public final class HoldDesk {
  private final Database database;
  private final Clock clock;
  private final AccountHolds holds;

  public HoldDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.holds = new AccountHolds(database.dataSource());
  }

  /** What waits as of the last posted month, oldest first. */
  public List<HeldRow> rows() {
    YearMonth last = new PostedMonths(database.dataSource()).last();
    return last == null ? List.of() : new HeldRows(database.dataSource()).through(last);
  }

  /**
   * Releases money to the accounts as they were seen when it was held.
   *
   * @param numbers 暂缓号, at least one; all of them are released, or none
   * @return the rows that go out with the next batch
   * @throws HoldRefusedException when one is unknown, released, or nothing waits under it, or the
   *     person or the system account held it
   */
  public List<HeldRow> release(Collection<Integer> numbers, PaymentDesk.Decision decision) {
    Set<Integer> chosen = new TreeSet<>(numbers);
    try (RunLock lock = RunLock.acquire(database, clock)) {
      Actor by = new Actor(decision.name(), database.holder().user());
      Set<Integer> waiting =
          rows().stream()
              .filter(HeldRow::isReleasable)
              .map(row -> row.hold().number())
              .collect(Collectors.toSet());
      List<AccountHold> found =
          chosen.stream().map(number -> releasable(number, waiting, by)).toList();
      new TransactionTemplate(database.transactions())
          .executeWithoutResult(
              status -> {
                lock.requireHeld();
                found.forEach(hold -> holds.release(hold, by, decision.reason(), clock.instant()));
              });
    }
    return rows().stream()
        .filter(row -> row.hold() != null && chosen.contains(row.hold().number()))
        .toList();
  }

  private AccountHold releasable(int number, Set<Integer> waiting, Actor by) {
    String shown = Integer.toString(number);
    AccountHold hold =
        holds.find(number).orElseThrow(() -> new HoldRefusedException(Why.NONE, shown));
    if (hold.release() != null) {
      throw new HoldRefusedException(Why.RELEASED_ALREADY, shown, hold.release().by().name());
    }
    if (!waiting.contains(number)) {
      throw new HoldRefusedException(Why.NOT_HELD, shown);
    }
    if (by.name().equals(hold.heldBy().name())) {
      throw new HoldRefusedException(Why.SAME_PERSON, shown, by.name());
    }
    if (by.systemUser().equals(hold.heldBy().systemUser())) {
      throw new HoldRefusedException(Why.SAME_USER, shown, by.systemUser());
    }
    return hold;
  }
}
