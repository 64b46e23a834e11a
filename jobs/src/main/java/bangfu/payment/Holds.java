package bangfu.payment;

import bangfu.engine.claim.PayerLevel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** What keeps a line from leaving. Not safe for use by several threads. */
final class Holds {
  /** The encoding of the bank files. */
  static final Charset GBK = Charset.forName("GBK");

  private static final char EURO = '\u20ac';

  private final CharsetEncoder encoder = GBK.newEncoder();

  /**
   * The first reason that applies.
   *
   * @param line of any kind that is not settled, or of any kind without payer
   * @param account null when the household has none
   * @return null when the line is payable
   */
  HoldCode of(OpenLine line, Account account) {
    if (line.payer().level() == PayerLevel.UNSPECIFIED) {
      return HoldCode.NO_PAYER;
    }
    if (account == null) {
      return HoldCode.NO_ACCOUNT;
    }
    if (!isHouseholdsOwn(account)) {
      return HoldCode.ACCOUNT_CHECK;
    }
    return isWritable(account) ? null : HoldCode.NAME_ENCODING;
  }

  private static boolean isHouseholdsOwn(Account account) {
    return account.holderNames().contains(account.accountName())
        && !account.digits().isEmpty()
        && account.households() == 1;
  }

  private boolean isWritable(Account account) {
    return isWritable(account.accountName())
        && isWritable(account.bankName())
        && isWritable(account.bankCode());
  }

  /**
   * Java's encoder also writes what later standards added to GBK: the euro sign and the areas for
   * characters of one's own. A bank that reads plain GBK cannot read those.
   */
  private boolean isWritable(String text) {
    return encoder.canEncode(text)
        && text.chars().noneMatch(c -> c == EURO || Character.getType(c) == Character.PRIVATE_USE);
  }
}
