package bangfu.intake;

import bangfu.engine.fact.IdentityNumber;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * From the text of a cell to its canonical text, one method for each type; null when it does not
 * fit. Cells are never blank here.
 */
final class Converters {
  private static final int MAX_TEXT_CHARS = 200;
  private static final int MAX_HOUSEHOLD_NUMBER_CHARS = 16;
  private static final int MAX_WHOLE_NUMBER_DIGITS = 9;

  private Converters() {}

  static String identityNumber(String cell) {
    String id = CellText.normalized(cell);
    if (id.endsWith("x")) {
      id = id.substring(0, id.length() - 1) + 'X';
    }
    return IdentityNumber.hasShape(id) ? id : null;
  }

  static String householdNumber(String cell) {
    String number = CellText.normalized(cell);
    if (number.length() > MAX_HOUSEHOLD_NUMBER_CHARS) {
      return null;
    }
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (!isDigit(c) && !(c >= 'A' && c <= 'Z') && c != '-') {
        return null;
      }
    }
    return number;
  }

  /** Accepts 2017-03-10, 2017-3-1, 2017/3/1, 2017年3月1日 and 20170310. */
  static String date(String cell) {
    String date = CellText.normalized(cell);
    if (date.length() == 8 && digitsUntil(date, 0) == 8) {
      return day(date, date.substring(4, 6), date.substring(6));
    }
    boolean yearLeads = date.length() >= 8 && digitsUntil(date, 0) == 4;
    return yearLeads ? separatedDay(date) : null;
  }

  /** A text that begins with a year of four digits and is at least as long as 2017-3-1. */
  private static String separatedDay(String date) {
    char separator = date.charAt(4);
    int monthEnd = digitsUntil(date, 5);
    if (monthEnd == date.length()) {
      return null;
    }
    char second = date.charAt(monthEnd);
    int dayEnd = digitsUntil(date, monthEnd + 1);
    String rest = date.substring(dayEnd);
    boolean western = (separator == '-' || separator == '/') && second == separator;
    boolean chinese = separator == '年' && second == '月';
    boolean closed = western ? rest.isEmpty() : chinese && rest.equals("日");
    return closed
        ? day(date, date.substring(5, monthEnd), date.substring(monthEnd + 1, dayEnd))
        : null;
  }

  /** The year is the first four characters of the text. */
  private static String day(String yearFirst, String month, String day) {
    if (month.isEmpty() || month.length() > 2 || day.isEmpty() || day.length() > 2) {
      return null;
    }
    int year = number(yearFirst.substring(0, 4));
    try {
      return year == 0 ? null : LocalDate.of(year, number(month), number(day)).toString();
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  static String month(String cell) {
    String month = CellText.normalized(cell);
    if (month.length() != 7 || digitsUntil(month, 0) != 4 || digitsUntil(month, 5) != 7) {
      return null;
    }
    int ofYear = number(month.substring(5));
    boolean exists = ofYear >= 1 && ofYear <= 12 && !month.startsWith("0000");
    return exists && month.charAt(4) == '-' ? month : null;
  }

  static String year(String cell) {
    String year = CellText.normalized(cell);
    boolean fits = year.length() == 4 && digitsUntil(year, 0) == 4 && !year.equals("0000");
    return fits ? year : null;
  }

  static String moneyFen(String cell) {
    return Money.fen(CellText.normalized(cell));
  }

  static String wholeNumber(String cell) {
    String number = CellText.normalized(cell);
    if (digitsUntil(number, 0) != number.length()) {
      return null;
    }
    String significant = withoutLeadingZeros(number);
    return significant.length() > MAX_WHOLE_NUMBER_DIGITS ? null : significant;
  }

  static String yesOrNo(String cell) {
    String answer = CellText.normalized(cell);
    return answer.equals("是") || answer.equals("否") ? answer : null;
  }

  static String text(String cell) {
    if (cell.codePointCount(0, cell.length()) > MAX_TEXT_CHARS) {
      return null;
    }
    for (int i = 0; i < cell.length(); i++) {
      if (Character.isISOControl(cell.charAt(i))) {
        return null;
      }
    }
    return cell;
  }

  /** The end of the run of digits that starts here. */
  static int digitsUntil(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
