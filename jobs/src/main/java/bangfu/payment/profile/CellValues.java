package bangfu.payment.profile;

import bangfu.intake.ColumnType;
import bangfu.quality.AccountNumber;

/** From the text of an answer's cell to its value; null when it does not fit. */
final class CellValues {
  private static final String DETAIL_NO = "[0-9A-Z]{1,20}";
  private static final String FEN = "[0-9]{1,14}";

  private CellValues() {}

  /** Trimmed and half-width; empty when blank. */
  static String normalized(String cell) {
    String text = ColumnType.CODE.convert(cell);
    return text == null ? "" : text;
  }

  static String detailNo(String cell) {
    String number = normalized(cell);
    return number.matches(DETAIL_NO) ? number : null;
  }

  /** A whole number without leading zeros. */
  static String wholeNumber(String cell) {
    return ColumnType.INT.convert(cell);
  }

  /** The digits of an account, which may stand in groups. */
  static String account(String cell) {
    String digits = AccountNumber.digits(normalized(cell));
    return digits.isEmpty() ? null : digits;
  }

  /** Fen, at least 0; yuan may be grouped, fen may not. */
  static Long fen(String cell, AmountUnit unit) {
    String digits =
        unit == AmountUnit.YUAN ? ColumnType.MONEY.convert(cell) : wholeFen(normalized(cell));
    return digits == null ? null : Long.valueOf(digits);
  }

  private static String wholeFen(String text) {
    String digits = text.replaceFirst("^0+(?=.)", "");
    return digits.matches(FEN) ? digits : null;
  }

  static boolean hasControls(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (Character.isISOControl(cell.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
