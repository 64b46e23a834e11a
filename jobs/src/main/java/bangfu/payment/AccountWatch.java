package bangfu.payment;

import bangfu.ledger.LineNumber;
import java.time.YearMonth;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Asks for a second person before money goes to an account that several households share, whose
 * cardholder is dead, or that is another one than that of the last payment. While approval is not
 * in use there is no second person: then only a shared account holds money, for good. Not safe for
 * use by several threads.
 */
final class AccountWatch {
  private final boolean approval;
  private final Map<String, LastPayments.Payment> elsewhere;
  private final Map<String, AccountHold> newest;
  private final AccountHolds holds;
  private final YearMonth month;
  private final Preparation preparation;

  /**
   * @param month in which is prepared
   * @param accounts as they are known now
   */
  AccountWatch(DataSource source, Accounts accounts, YearMonth month, Preparation preparation) {
    this.approval = new PaymentBatches(source).needsApproval(preparation.by());
    this.holds = new AccountHolds(source);
    this.elsewhere = approval ? LastPayments.elsewhere(source, accounts) : Map.of();
    this.newest = approval ? holds.newest() : Map.of();
    this.month = month;
    this.preparation = preparation;
  }

  /**
   * What must be answered before a line goes to the account.
   *
   * @return null when nothing is to be asked, or it was answered
   */
  AccountQuestion unanswered(OpenLine line, Account account) {
    AccountQuestion question = question(line.household(), account);
    if (question == null || !approval) {
      return question;
    }
    AccountHold last = newest.get(line.household());
    LastPayments.Payment paid = elsewhere.get(line.household());
    boolean answered =
        last != null
            && last.covers(
                LineNumber.parse(line.lineNo()), question, paid == null ? 0 : paid.batch());
    return answered ? null : question;
  }

  private AccountQuestion question(String household, Account account) {
    if (!approval) {
      return account.sharers().isEmpty() ? null : AccountQuestion.of(household, account, "");
    }
    LastPayments.Payment paid = elsewhere.get(household);
    return AccountQuestion.of(household, account, paid == null ? "" : paid.account());
  }

  /** Puts the question to a second person, unless it waits already. */
  void ask(AccountQuestion question) {
    AccountHold last = newest.get(question.household());
    boolean waits = last != null && last.release() == null && last.question().equals(question);
    if (approval && !waits) {
      newest.put(question.household(), holds.hold(question, month, preparation));
    }
  }
}
