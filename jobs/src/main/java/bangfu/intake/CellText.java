package bangfu.intake;

/** What is done to the text of a cell before its type looks at it. */
final class CellText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char FIRST_FULL_WIDTH = '\uFF01';
  private static final char LAST_FULL_WIDTH = '\uFF5E';
  private static final char IDEOGRAPHIC_SPACE = '\u3000';
  private static final int FULL_TO_HALF = FIRST_FULL_WIDTH - '!';

  private CellText() {}

  /** True when nothing is left after trimming; U+3000 is a space too. */
  static boolean isBlank(String text) {
    return text == null || start(text) == text.length();
  }

  /** Trimmed and half-width. */
  static String normalized(String text) {
    return halfWidth(trimmed(text));
  }

  private static String trimmed(String text) {
    int start = start(text);
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int start(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
    return Character.isSpaceChar(c) || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE;
  }

  private static String halfWidth(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isFullWidth(text.charAt(i))) {
        return replaceFullWidth(text, i);
      }
    }
    return text;
  }

  private static String replaceFullWidth(String text, int from) {
    char[] chars = text.toCharArray();
    for (int i = from; i < chars.length; i++) {
      if (chars[i] == IDEOGRAPHIC_SPACE) {
        chars[i] = ' ';
      } else if (isFullWidth(chars[i])) {
        chars[i] = (char) (chars[i] - FULL_TO_HALF);
      }
    }
    return new String(chars);
  }

  private static boolean isFullWidth(char c) {
    return (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) || c == IDEOGRAPHIC_SPACE;
  }
}
