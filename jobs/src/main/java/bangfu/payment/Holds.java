package bangfu.payment;

import bangfu.engine.claim.PayerLevel;
import bangfu.payment.profile.PaymentCheck;
import bangfu.payment.profile.PaymentField;

/** What keeps a line from leaving. Not safe for use by several threads. */
final class Holds {
  private final PaymentCheck bank;
  private final AccountWatch watch;

  /**
   * @param bank whose files are to be written
   */
  Holds(PaymentCheck bank, AccountWatch watch) {
    this.bank = bank;
    this.watch = watch;
  }

  /**
   * The first reason that applies.
   *
   * @param line of any kind that is not settled, or of any kind without payer
   * @param account null when the household has none
   * @return null when the line is payable
   */
  HoldCode of(OpenLine line, Account account) {
    if (line.lastCode() == HoldCode.WRITTEN_OFF) {
      return HoldCode.WRITTEN_OFF;
    }
    if (line.payer().level() == PayerLevel.UNSPECIFIED) {
      return HoldCode.NO_PAYER;
    }
    if (account == null) {
      return HoldCode.NO_ACCOUNT;
    }
    if (!isHouseholdsOwn(account)) {
      return HoldCode.ACCOUNT_CHECK;
    }
    return watched(line, account);
  }

  /** A shared account comes before what the file cannot carry; a dead or a new one after it. */
  private HoldCode watched(OpenLine line, Account account) {
    AccountQuestion question = watch.unanswered(line, account);
    boolean shared = question != null && question.code() == HoldCode.ACCOUNT_CHECK;
    if (!shared && !isWritable(account)) {
      return HoldCode.NAME_ENCODING;
    }
    if (question == null) {
      return null;
    }
    watch.ask(question);
    return question.code();
  }

  private static boolean isHouseholdsOwn(Account account) {
    return account.holder().names().contains(account.accountName()) && !account.digits().isEmpty();
  }

  private boolean isWritable(Account account) {
    return isWritable(PaymentField.ACCOUNT, account.digits())
        && isWritable(PaymentField.ACCOUNT_NAME, account.accountName())
        && isWritable(PaymentField.BANK_NAME, account.bankName())
        && isWritable(PaymentField.BANK_CODE, account.bankCode());
  }

  private boolean isWritable(PaymentField field, String text) {
    return bank.whyUnwritable(field, text).isEmpty();
  }
}
