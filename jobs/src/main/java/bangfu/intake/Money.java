package bangfu.intake;

/** Reads an amount of yuan as whole fen, digit by digit: nothing is rounded, nothing is guessed. */
final class Money {
  private static final int MAX_YUAN_DIGITS = 12;
  private static final int GROUP = 3;

  private Money() {}

  /**
   * The fen as digits without leading zeros, or null when the text is not an amount of at least 0
   * with at most two decimals, or its grouping is wrong.
   */
  static String fen(String yuan) {
    int point = yuan.indexOf('.');
    String whole = point < 0 ? yuan : yuan.substring(0, point);
    String decimals = point < 0 ? "" : yuan.substring(point + 1);
    boolean decimalsFit =
        point < 0 || (!decimals.isEmpty() && decimals.length() <= 2 && areDigits(decimals));
    String digits = decimalsFit ? ungrouped(whole) : null;
    if (digits == null) {
      return null;
    }
    String significant = Converters.withoutLeadingZeros(digits);
    return significant.length() > MAX_YUAN_DIGITS
        ? null
        : Converters.withoutLeadingZeros(significant + (decimals + "00").substring(0, 2));
  }

  /** The digits of a number that is grouped by thousands throughout or not at all. */
  private static String ungrouped(String whole) {
    int comma = whole.indexOf(',');
    if (comma < 0) {
      return !whole.isEmpty() && areDigits(whole) ? whole : null;
    }
    StringBuilder digits = new StringBuilder(whole.length());
    for (int start = 0, end = comma; start <= whole.length(); start = end + 1) {
      end = start == 0 ? comma : Math.min(start + GROUP, whole.length());
      String group = whole.substring(start, end);
      boolean sizeFits = start == 0 ? end >= 1 && end <= GROUP : end - start == GROUP;
      boolean ends = end == whole.length() || whole.charAt(end) == ',';
      if (!sizeFits || !ends || !areDigits(group)) {
        return null;
      }
      digits.append(group);
    }
    return digits.toString();
  }

  private static boolean areDigits(String text) {
    return Converters.digitsUntil(text, 0) == text.length();
  }
}
