package bangfu.payment;

import bangfu.quality.AccountNumber;
import java.util.Set;

/**
 * Where a household is paid, and what the register says about it on the last day of the month.
 *
 * @param holderNames the cardholder's names in this household's member rows of that day; empty when
 *     the cardholder is no member then
 * @param accountName 户名
 * @param number 账号 as delivered
 * @param bankCode 联行号; empty when unknown
 * @param households how many households are paid into this account, from 1; accounts are the same
 *     when their {@link #digits} are
 */
public record Account(
    Set<String> holderNames,
    String accountName,
    String number,
    String bankName,
    String bankCode,
    int households) {

  /** The digits of the number; empty when it holds more than digits, blanks and hyphens. */
  public String digits() {
    return AccountNumber.digits(number);
  }
}
