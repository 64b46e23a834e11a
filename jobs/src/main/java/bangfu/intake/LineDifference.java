package bangfu.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares two files line by line and byte by byte: which lines the later one has that the earlier
 * one has not, and the other way round. It keeps only those in memory, wherever in the files equal
 * lines stand; files that are ordered anew are too different for it.
 */
final class LineDifference {
  private static final int MOST_LINES = 1_000;
  private static final int MOST_OF_ALL = 4;

  private final Side before;
  private final Side now;
  private final BitSet notAccepted;
  private final long mostLines;
  private final SortedMap<Integer, byte[]> toRead = new TreeMap<>();
  private final SortedMap<Integer, byte[]> gone = new TreeMap<>();
  private long sameRows;

  /**
   * @param before behind its header, of so many lines
   * @param now behind its header, which is the same
   * @param notAccepted the numbers of the earlier file's lines that are no accepted rows
   * @param linesBefore how many lines the earlier file has
   */
  LineDifference(
      LineBytes before, LineBytes now, int headerLines, BitSet notAccepted, long linesBefore) {
    this.before = new Side(before, headerLines);
    this.now = new Side(now, headerLines);
    this.notAccepted = notAccepted;
    this.mostLines = MOST_LINES + linesBefore / MOST_OF_ALL;
  }

  /** One of the two files, the line it is at, and its lines that the other has not shown so far. */
  private static final class Side {
    private final LineBytes lines;
    private final Map<ByteBuffer, Deque<Integer>> alone = new HashMap<>();
    private int number;
    private int waiting;
    private boolean ended;

    Side(LineBytes lines, int number) {
      this.lines = lines;
      this.number = number;
    }

    void advance() throws IOException {
      ended = !lines.next();
      number += ended ? 0 : 1;
    }

    /** Moves on beside the other one, which is at its next line already. */
    void advanceBeside(Side other) throws IOException {
      if (!other.ended && lines.nextIfSame(other.lines)) {
        number++;
      } else {
        advance();
      }
    }

    ByteBuffer line() {
      return ByteBuffer.wrap(lines.buffer(), lines.start(), lines.length());
    }

    void keep() {
      alone.computeIfAbsent(ByteBuffer.wrap(lines.copy()), l -> new ArrayDeque<>(1)).add(number);
      waiting++;
    }

    /** The number of a kept line with these bytes, which is then no longer kept; 0 for none. */
    int take(ByteBuffer line) {
      Deque<Integer> numbers = alone.get(line);
      if (numbers == null || numbers.isEmpty()) {
        return 0;
      }
      waiting--;
      return numbers.poll();
    }

    void forEach(Map<Integer, byte[]> lines) {
      alone.forEach((line, numbers) -> numbers.forEach(n -> lines.put(n, bytes(line))));
    }

    private static byte[] bytes(ByteBuffer line) {
      byte[] bytes = new byte[line.remaining()];
      line.duplicate().get(bytes);
      return bytes;
    }
  }

  /** Compares all lines; false when the files differ too much. */
  boolean compare() throws IOException {
    before.advance();
    now.advance();
    while (!before.ended || !now.ended) {
      step();
      if (before.waiting + now.waiting > mostLines) {
        return false;
      }
    }
    now.forEach(toRead);
    before.forEach(gone);
    gone.keySet().removeIf(notAccepted::get);
    return true;
  }

  private void step() throws IOException {
    if (!before.ended && !now.ended && sameBytes()) {
      same(before.number, now.number, now);
      now.advance();
      before.advanceBeside(now);
      return;
    }
    int elsewhere = now.ended ? 0 : before.take(now.line());
    if (elsewhere > 0) {
      same(elsewhere, now.number, now);
      now.advance();
      return;
    }
    elsewhere = before.ended ? 0 : now.take(before.line());
    if (elsewhere > 0) {
      same(before.number, elsewhere, before);
      before.advance();
      return;
    }
    keep(before);
    keep(now);
  }

  private static void keep(Side side) throws IOException {
    if (!side.ended) {
      side.keep();
      side.advance();
    }
  }

  private boolean sameBytes() {
    LineBytes one = before.lines;
    LineBytes other = now.lines;
    return Arrays.equals(
        one.buffer(),
        one.start(),
        one.start() + one.length(),
        other.buffer(),
        other.start(),
        other.start() + other.length());
  }

  /** A line that was no row, or may have been a blank one, is looked at again. */
  private void same(int numberBefore, int number, Side side) {
    if (notAccepted.get(numberBefore) || mayBeBlank(side.lines)) {
      toRead.put(number, side.lines.copy());
    } else {
      sameRows++;
    }
  }

  /** False for a line with an ASCII letter or digit that is no second byte of a character. */
  private static boolean mayBeBlank(LineBytes line) {
    byte last = 0;
    for (int i = line.start(); i < line.start() + line.length(); i++) {
      byte b = line.buffer()[i];
      if (last >= 0 && b > ' ' && Character.isLetterOrDigit(b)) {
        return false;
      }
      last = b;
    }
    return true;
  }

  /** The lines of the later file that have to be read, by their numbers. */
  SortedMap<Integer, byte[]> toRead() {
    return toRead;
  }

  /** The accepted lines of the earlier file that the later one has not, by their numbers. */
  SortedMap<Integer, byte[]> gone() {
    return gone;
  }

  /** How many lines of the later file are rows that were accepted before. */
  long sameRows() {
    return sameRows;
  }

  /** How many lines the later file has. */
  int lines() {
    return now.number;
  }
}
