package bangfu.payment;

import bangfu.quality.AccountNumber;
import java.time.LocalDate;
import java.util.Set;

/**
 * Where a household is paid, and what the register says about it on the last day of the month.
 *
 * @param accountName 户名
 * @param number 账号 as delivered
 * @param bankCode 联行号; empty when unknown
 * @param sharers the other households that are paid into this account; accounts are the same when
 *     their {@link #digits} are
 */
public record Account(
    Holder holder,
    String accountName,
    String number,
    String bankName,
    String bankCode,
    Set<String> sharers) {

  /**
   * The cardholder.
   *
   * @param names in this household's member rows of that day; empty when the cardholder is no
   *     member then
   * @param diedOn null when the cardholder is not known to have died by that day
   */
  public record Holder(String id, Set<String> names, LocalDate diedOn) {}

  /** The digits of the number; empty when it holds more than digits, blanks and hyphens. */
  public String digits() {
    return AccountNumber.digits(number);
  }
}
