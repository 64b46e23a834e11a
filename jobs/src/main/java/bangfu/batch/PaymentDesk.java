package bangfu.batch;

import bangfu.database.Database;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.ledger.PostedMonths;
import bangfu.payment.Actor;
import bangfu.payment.BatchRefusedException;
import bangfu.payment.BatchRefusedException.Why;
import bangfu.payment.Budget;
import bangfu.payment.OverBudgetException;
import bangfu.payment.PaymentBatch;
import bangfu.payment.PaymentBatch.State;
import bangfu.payment.PaymentBatches;
import bangfu.report.FolderSwap;
import bangfu.report.SentFolder;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves, sends and closes. Each step holds the right to run, so that nothing is posted beside
 * it; the database refuses a second one and an approval by whoever prepared the batch.
 */
public final class PaymentDesk {
  private final Database database;
  private final Clock clock;
  private final Supplier<List<Budget>> budgets;
  private final PaymentBatches batches;
  private final TransactionTemplate transaction;

  /** A desk that asks the register's cz_budget. */
  public PaymentDesk(Database database, Clock clock) {
    this(database, clock, () -> Budgets.of(database.dataSource()));
  }

  /** A desk with budgets from elsewhere. */
  public PaymentDesk(Database database, Clock clock, Supplier<List<Budget>> budgets) {
    this.budgets = budgets;
    this.database = database;
    this.clock = clock;
    this.batches = new PaymentBatches(database.dataSource());
    this.transaction = new TransactionTemplate(database.transactions());
  }

  /**
   * Who acts and why.
   *
   * @param name as given by {@code --as}
   */
  public record Decision(String name, String reason) {}

  /**
   * Approves what is prepared in a month.
   *
   * @param batch number of the only batch meant; null = all of the month that are prepared
   * @return the batches approved
   * @throws BatchRefusedException when there is nothing to approve, or the person prepared it
   * @throws OverBudgetException when no budget covers all of it
   */
  public List<PaymentBatch> approve(YearMonth month, Integer batch, Decision decision) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      List<PaymentBatch> prepared = chosen(month, batch, State.PREPARED);
      Actor by = actor(decision);
      prepared.forEach(one -> requireOther(one, by));
      requireBudget(prepared);
      transaction.executeWithoutResult(
          status -> {
            lock.requireHeld();
            prepared.forEach(one -> batches.approve(one, by, decision.reason(), clock.instant()));
          });
      return again(month, prepared);
    }
  }

  /**
   * Sends what is approved in a month: writes its files and lets them count as sent.
   *
   * @param batch number of the only batch meant; null = all of the month that are approved
   * @param out below which {@code sent/} lies
   * @return the batches sent
   * @throws BatchRefusedException when there is nothing to send
   */
  public List<PaymentBatch> send(YearMonth month, Integer batch, Path out, Decision decision) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      List<PaymentBatch> approved = chosen(month, batch, State.APPROVED);
      FolderSwap.healAll(out);
      SentFolder folder = new SentFolder(database.dataSource());
      for (PaymentBatch one : approved) {
        String manifest = folder.write(one, out);
        transaction.executeWithoutResult(
            status -> {
              lock.requireHeld();
              batches.send(one, actor(decision), decision.reason(), manifest, clock.instant());
            });
      }
      return again(month, approved);
    }
  }

  /**
   * Closes the last posted month: nothing of it can change any more.
   *
   * @throws BatchRefusedException when it is closed, is not the last one, or holds unsent batches
   */
  public void close(YearMonth month, Decision decision) {
    try (RunLock lock = RunLock.acquire(database, clock)) {
      requireClosable(month);
      Actor by = actor(decision);
      transaction.executeWithoutResult(
          status -> {
            lock.requireHeld();
            jdbc()
                .update(
                    "insert into closed_month (posting_month, last_line_no, closed_by,"
                        + " closed_user, reason, closed_at) select cast(? as integer),"
                        + " coalesce(max(l.line_no), cast(? as bigint)), cast(? as varchar(200)),"
                        + " cast(? as varchar(200)), cast(? as varchar(1000)),"
                        + " cast(? as timestamp) from ledger_line l where l.line_no <= ?",
                    Months.number(month),
                    LineNumber.before(month),
                    by.name(),
                    by.systemUser(),
                    decision.reason(),
                    Timestamp.from(clock.instant()),
                    LineNumber.last(month));
          });
    }
  }

  private void requireClosable(YearMonth month) {
    PostedMonths months = new PostedMonths(database.dataSource());
    if (isClosed(month)) {
      throw new BatchRefusedException(Why.CLOSED_ALREADY, month.toString());
    }
    if (months.last() == null || months.last().isBefore(month)) {
      throw new BatchRefusedException(Why.NOT_LAST, month.toString());
    }
    List<PaymentBatch> unsent = batches.unsentThrough(month);
    if (!unsent.isEmpty()) {
      throw new BatchRefusedException(
          Why.UNSENT, month.toString(), Integer.toString(unsent.get(0).number()));
    }
  }

  private boolean isClosed(YearMonth month) {
    Integer closed =
        jdbc()
            .queryForObject(
                "select count(*) from closed_month where posting_month >= ?",
                Integer.class,
                Months.number(month));
    return closed != null && closed > 0;
  }

  private List<PaymentBatch> chosen(YearMonth month, Integer number, State needed) {
    List<PaymentBatch> found = new ArrayList<>(batches.of(month));
    if (number != null) {
      found.removeIf(batch -> batch.number() != number);
    }
    if (found.isEmpty()) {
      throw new BatchRefusedException(
          Why.NONE, month.toString(), number == null ? "" : number.toString());
    }
    List<PaymentBatch> ready = found.stream().filter(batch -> batch.state() == needed).toList();
    if (ready.isEmpty()) {
      PaymentBatch last = found.get(found.size() - 1);
      throw new BatchRefusedException(
          whyNot(last.state()), month.toString(), Integer.toString(last.number()));
    }
    return ready;
  }

  /** The same batches as they are now. */
  private List<PaymentBatch> again(YearMonth month, List<PaymentBatch> before) {
    Set<Integer> numbers = before.stream().map(PaymentBatch::number).collect(Collectors.toSet());
    return batches.of(month).stream().filter(batch -> numbers.contains(batch.number())).toList();
  }

  private static Why whyNot(State state) {
    return switch (state) {
      case SENT -> Why.SENT_ALREADY;
      case APPROVED -> Why.APPROVED_ALREADY;
      case PREPARED -> Why.NOT_APPROVED;
    };
  }

  private static void requireOther(PaymentBatch batch, Actor by) {
    String number = Integer.toString(batch.number());
    if (by.name().equals(batch.preparer().name())) {
      throw new BatchRefusedException(Why.SAME_PERSON, number, by.name());
    }
    if (by.systemUser().equals(batch.preparer().systemUser())) {
      throw new BatchRefusedException(Why.SAME_USER, number, by.systemUser());
    }
  }

  private void requireBudget(List<PaymentBatch> asking) {
    List<Budget.Excess> excess = Budget.excess(asking, budgets.get(), database.dataSource());
    if (!excess.isEmpty()) {
      throw new OverBudgetException(excess);
    }
  }

  private Actor actor(Decision decision) {
    return new Actor(decision.name(), database.holder().user());
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(database.dataSource());
  }
}
