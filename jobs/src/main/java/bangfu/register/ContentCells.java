package bangfu.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.intake.Row;
import java.util.Arrays;

/**
 * Where the values stand in the UTF-8 text of a row's content: for looking through many rows of
 * which few are wanted. Not for two threads at once.
 */
final class ContentCells {
  private int[] starts = new int[32];
  private byte[] text = {};
  private int count;

  /** Looks at another content, which lies in a larger text. */
  void at(byte[] newText, int from, int to) {
    text = newText;
    count = 0;
    add(from);
    for (int i = from; i < to; i++) {
      if (text[i] == Row.SEPARATOR) {
        add(i + 1);
      }
    }
    add(to + 1);
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = start;
  }

  byte[] text() {
    return text;
  }

  /** Where the value of a column begins in {@link #text}. */
  int start(int column) {
    return starts[column];
  }

  /** The bytes of the value of a column; 0 for an empty one. */
  int length(int column) {
    return starts[column + 1] - 1 - starts[column];
  }

  /** The value of a column; an empty one is an empty text. */
  String value(int column) {
    return new String(text, start(column), length(column), UTF_8);
  }
}
