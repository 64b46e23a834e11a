package bangfu.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into physical lines without decoding it: neither UTF-8 nor GB18030 has a line
 * feed inside a character. A line ends with LF or CR LF; a CR alone is a character of the line. The
 * last line counts without a line end too.
 */
public final class LineBytes implements Closeable {
  private static final int INITIAL_BYTES = 1 << 16;

  /** Beyond this, the file is no table of lines. */
  private static final int MAX_LINE_BYTES = 1 << 24;

  private final InputStream in;
  private byte[] buffer = new byte[INITIAL_BYTES];
  private int start;
  private int end;
  private int lineEnd;
  private int nextStart;
  private int limit;

  public LineBytes(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the next line; false behind the last.
   *
   * @throws RefusedFileException when a line is longer than any file of lines has
   */
  public boolean next() throws IOException {
    start = nextStart;
    int scanned = start;
    while (true) {
      int lineFeed = lineFeedFrom(scanned);
      if (lineFeed >= 0) {
        setLine(lineFeed, lineFeed + 1);
        return true;
      }
      int length = limit - start;
      if (!fill()) {
        setLine(limit, limit);
        return length > 0;
      }
      scanned = start + length;
    }
  }

  /**
   * Moves to the next line if it is, byte for byte and with its end, the line that another one is
   * at: that is quicker than to look for its end. False, and nothing happens, when it is another
   * line, or not wholly in memory.
   */
  boolean nextIfSame(LineBytes other) {
    int bytes = other.nextStart - other.start;
    int to = nextStart + bytes;
    if (!other.isEnded()
        || to > limit
        || !Arrays.equals(buffer, nextStart, to, other.buffer, other.start, other.nextStart)) {
      return false;
    }
    start = nextStart;
    setLine(to - 1, to);
    return true;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  /** Bytes of the line without its end. */
  public int length() {
    return end - start;
  }

  /** False for a last line that the file ends with. */
  public boolean isEnded() {
    return nextStart > lineEnd;
  }

  /** The line without its end. */
  public byte[] copy() {
    return Arrays.copyOfRange(buffer, start, end);
  }

  private int lineFeedFrom(int from) {
    for (int i = from; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void setLine(int at, int next) {
    lineEnd = at;
    end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
    nextStart = next;
  }

  /** Reads on behind the unfinished line, which moves to the front; false at the end. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, limit - start);
    limit -= start;
    start = 0;
    if (limit == buffer.length) {
      if (limit >= MAX_LINE_BYTES) {
        throw new RefusedFileException("有一行超过 16 MB，不是按行的表格；整个文件退回");
      }
      buffer = Arrays.copyOf(buffer, 2 * limit);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
