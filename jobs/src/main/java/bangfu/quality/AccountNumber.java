package bangfu.quality;

/** What can be told of the number of a bank account without asking the bank. */
public final class AccountNumber {
  private static final int SHOWN_DIGITS = 4;

  private AccountNumber() {}

  /**
   * The digits of a number as delivered; empty when it holds more than digits, blanks and hyphens,
   * as {@code 6.21E+18} does. Numbers with the same digits are the same account.
   */
  public static String digits(String number) {
    if (isDigits(number)) {
      return number; // as nearly all do
    }
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

  private static boolean isDigits(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** For screens: the last four digits, or nothing of a number that has no more. */
  public static String masked(String digits) {
    int shown = digits.length() > SHOWN_DIGITS ? digits.length() - SHOWN_DIGITS : digits.length();
    return "*".repeat(SHOWN_DIGITS) + digits.substring(shown);
  }

  /** Whether the last digit is the check digit of the others (Luhn). */
  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? digit : doubled;
    }
    return !digits.isEmpty() && sum % 10 == 0;
  }
}
