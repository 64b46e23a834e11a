package bangfu.payment;

import java.util.Set;

/**
 * Where a household is paid, and what the register says about it on the last day of the month.
 *
 * @param holderNames the cardholder's names in this household's member rows; empty when the
 *     cardholder is no member
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
    return digits(number);
  }

  /** As {@link #digits()}, for whoever counts the households of an account. */
  public static String digits(String number) {
    StringBuilder digits = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (Character.isDigit(c)) {
        digits.append(Character.digit(c, 10));
      } else if (!Character.isSpaceChar(c) && c != '-') {
        return "";
      }
    }
    return digits.toString();
  }
}
