package bangfu.engine.fact;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The 18-character resident identity number of GB 11643: 17 digits and a check character (ISO 7064
 * MOD 11-2). Takes numbers of the right shape; what they say may still be wrong.
 */
public final class IdentityNumber {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private IdentityNumber() {}

  /** True for 17 digits followed by a digit or X. */
  public static boolean hasShape(String id) {
    if (id.length() != 18) {
      return false;
    }
    for (int i = 0; i < 17; i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    char last = id.charAt(17);
    return last == 'X' || (last >= '0' && last <= '9');
  }

  /** The check character that belongs behind the first 17 digits. */
  public static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /** Check Q02. */
  public static boolean hasValidCheckCharacter(String id) {
    return id.charAt(17) == checkCharacter(id);
  }

  /** The date in positions 7 to 14, or null when there is no such day. */
  public static LocalDate birth(String id) {
    try {
      return LocalDate.of(
          Integer.parseInt(id.substring(6, 10)),
          Integer.parseInt(id.substring(10, 12)),
          Integer.parseInt(id.substring(12, 14)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** The 17th digit: odd for men. */
  public static Sex sex(String id) {
    return (id.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** For screens and logs: {@code 440499********001X}. */
  public static String masked(String id) {
    return id.length() < 11
        ? "*".repeat(id.length())
        : id.substring(0, 6) + "********" + id.substring(id.length() - 4);
  }
}
