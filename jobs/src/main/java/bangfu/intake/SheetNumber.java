package bangfu.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A number of a sheet as the text that Excel would show: its 15 significant digits, plain, without
 * exponent. A number with a date style is a day counted from the workbook's epoch.
 */
final class SheetNumber {
  private static final MathContext DIGITS_EXCEL_KEEPS = new MathContext(15, RoundingMode.HALF_UP);
  private static final int MAX_INTEGER_DIGITS = 15;
  private static final int MAX_DECIMALS = 30;
  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
  private static final int LAST_SERIAL = 2_958_465;

  /** Excel counts a 29 February 1900 that never was. */
  private static final int PHANTOM_SERIAL = 60;

  private SheetNumber() {}

  /** True for 10^15 and beyond: the last digits are lost. */
  static boolean isDamaged(BigDecimal number) {
    return number.signum() != 0 && number.precision() - number.scale() > MAX_INTEGER_DIGITS;
  }

  /** The number in plain digits, or null when it is too large or too small to be written so. */
  static String plain(BigDecimal number) {
    if (isDamaged(number) || number.scale() > MAX_DECIMALS) {
      return null;
    }
    BigDecimal shown = number.round(DIGITS_EXCEL_KEEPS);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  /** The day, with its time when it has one; null when no day has this number. */
  static String day(BigDecimal serial, boolean from1904) {
    if (isDamaged(serial) || serial.scale() > MAX_DECIMALS) {
      return null;
    }
    BigDecimal shown = serial.round(DIGITS_EXCEL_KEEPS);
    BigDecimal days = shown.setScale(0, RoundingMode.FLOOR);
    if (days.signum() <= 0 || days.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) {
      return null;
    }
    LocalDate day = day(days.intValueExact(), from1904);
    if (day == null) {
      return null;
    }
    BigDecimal fraction = shown.subtract(days);
    return fraction.signum() == 0 ? day.toString() : day + " " + time(fraction);
  }

  private static LocalDate day(int serial, boolean from1904) {
    if (from1904) {
      return LocalDate.of(1904, 1, 1).plusDays(serial);
    }
    if (serial == PHANTOM_SERIAL) {
      return null;
    }
    return LocalDate.of(1899, 12, serial < PHANTOM_SERIAL ? 31 : 30).plusDays(serial);
  }

  private static LocalTime time(BigDecimal fraction) {
    long second =
        fraction.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.FLOOR).longValueExact();
    return LocalTime.ofSecondOfDay(second);
  }
}
