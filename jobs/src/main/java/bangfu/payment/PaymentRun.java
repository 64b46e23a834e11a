package bangfu.payment;

import bangfu.ledger.Payer;
import bangfu.ledger.PostedMonths;
import bangfu.payment.profile.BankProfile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Decides which lines leave the ledger in bank rows, and which not yet. A line without payer never
 * leaves, a reversed one neither; reversals never reduce a payment unless a second person decided
 * to set them off. What goes into settlement lists needs no decision: {@link
 * bangfu.ledger.SettledLines}.
 */
public final class PaymentRun {
  private final DataSource source;
  private final Accounts accounts;
  private final BankProfile profile;

  /**
   * @param accounts as the register knows them on the last day of the month to be sent
   * @param profile of the bank that gets the files
   */
  public PaymentRun(DataSource source, Accounts accounts, BankProfile profile) {
    this.source = source;
    this.accounts = accounts;
    this.profile = profile;
  }

  /**
   * Prepares what has become payable, of earlier months too; what stays is kept with its reason.
   * Unsent bank rows that hold a line which was reversed are withdrawn first. A month before the
   * last posted one prepares nothing. To be called in the transaction of the publication, after it.
   *
   * @param published how many lines the publication numbered
   * @throws IllegalStateException without a transaction
   */
  public void prepare(YearMonth month, long published, Preparation preparation) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("expected a transaction around the payment run");
    }
    PostedMonths months = new PostedMonths(source);
    if (!months.isOpen(month)) {
      return;
    }
    long last = months.lastLine(month);
    new Withdrawal(source).afterReversals(last - published, last, month, preparation);
    SetOffs setOffs = new SetOffs(source);
    setOffs.endLost(month, preparation.by(), preparation.at());
    OpenedBatch batch = new OpenedBatch(month, last - published + 1, last, preparation);
    if (published > 0) {
      batch.number();
    }
    Outbox outbox = new Outbox(source, month, profile, batch::number);
    AccountWatch watch = new AccountWatch(source, accounts, month, preparation);
    Holds holds = new Holds(profile.payment().check(), watch);
    new OpenLines(source)
        .forEachPage(month, last - published + 1, page -> decide(page, holds, outbox));
    if (batch.countsAsSent()) {
      setOffs.collect(batch.number(), preparation.by(), preparation.at());
    }
  }

  /** The batch of this run, begun when something is in it: a run that changes nothing has none. */
  private final class OpenedBatch {
    private final YearMonth month;
    private final long first;
    private final long last;
    private final Preparation preparation;
    private int number;

    OpenedBatch(YearMonth month, long first, long last, Preparation preparation) {
      this.month = month;
      this.first = first;
      this.last = last;
      this.preparation = preparation;
    }

    int number() {
      if (number == 0) {
        number = new PaymentBatches(source).prepare(month, first, last, preparation);
      }
      return number;
    }

    /** False too when nothing was prepared. */
    boolean countsAsSent() {
      return number > 0 && !new PaymentBatches(source).needsApproval(preparation.by());
    }
  }

  private void decide(Map<String, List<OpenLine>> page, Holds holds, Outbox outbox) {
    Map<String, Account> known = accounts.of(page.keySet());
    page.forEach(
        (household, lines) -> decide(household, known.get(household), lines, holds, outbox));
    outbox.flush();
  }

  private static void decide(
      String household, Account account, List<OpenLine> lines, Holds holds, Outbox outbox) {
    Map<Payer, List<OpenLine>> payable = new LinkedHashMap<>();
    for (OpenLine line : lines) {
      HoldCode code = holds.of(line, account);
      if (code == null) {
        payable.computeIfAbsent(line.payer(), payer -> new ArrayList<>()).add(line);
      } else {
        outbox.hold(line, code);
      }
    }
    payable.forEach((payer, paid) -> outbox.pay(household, account, payer, paid));
  }
}
