package bangfu.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.intake.Row;
import java.util.Arrays;

/**
 * Where the values stand in the UTF-8 text of a row's content: for looking through many rows of
 * which few are wanted. A row is looked through as far as the columns that are asked for. Not for
 * two threads at once.
 */
final class ContentCells {
  private int[] starts = new int[32];
  private byte[] text = {};
  private int end;
  private int found;

  /** Looks at another content, which lies in a larger text. */
  void at(byte[] newText, int from, int to) {
    text = newText;
    end = to;
    starts[0] = from;
    found = 1;
  }

  /** Finds where a column begins; the one behind the last begins behind a separator, as it were. */
  private int find(int column) {
    if (column >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * column);
    }
    while (found <= column) {
      int at = starts[found - 1];
      while (at < end && text[at] != Row.SEPARATOR) {
        at++;
      }
      starts[found++] = at + 1;
    }
    return starts[column];
  }

  byte[] text() {
    return text;
  }

  /** Where the value of a column begins in {@link #text}. */
  int start(int column) {
    return find(column);
  }

  /** The bytes of the value of a column; 0 for an empty one. */
  int length(int column) {
    return find(column + 1) - 1 - starts[column];
  }

  /** The value of a column; an empty one is an empty text. */
  String value(int column) {
    return new String(text, start(column), length(column), UTF_8);
  }
}
