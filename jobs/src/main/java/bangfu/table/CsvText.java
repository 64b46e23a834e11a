package bangfu.table;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a CSV file while they are made: RFC 4180, CRLF, one header row, strict encoding. It
 * can be emptied and used for the next file with the same header. Not for two threads at once.
 *
 * <p>Only cells that need quotes get them: Commons CSV would also quote a first cell that begins
 * with a Chinese character, the header of nearly every output.
 */
public final class CsvText {
  private static final int CHARS = 1 << 9;
  private static final int BYTES = 1 << 13;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CharsetEncoder encoder;
  private final boolean forPeople;
  private final int headerBytes;
  private CharBuffer row = CharBuffer.allocate(CHARS);
  private ByteBuffer bytes = ByteBuffer.allocate(BYTES);

  private CsvText(Charset charset, boolean forPeople, String... headers) {
    this.encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.forPeople = forPeople;
    if (forPeople) {
      row.put(BYTE_ORDER_MARK);
    }
    row((Object[]) headers);
    this.headerBytes = bytes.position();
  }

  /** Text for people: UTF-8 with a byte order mark, and no cell that is a formula. */
  public static CsvText utf8Bom(String... headers) {
    return new CsvText(StandardCharsets.UTF_8, true, headers);
  }

  /** Text for a program that reads only this charset; no byte order mark. */
  public static CsvText strict(Charset charset, String... headers) {
    return new CsvText(charset, false, headers);
  }

  /**
   * Adds a row; null is an empty cell, anything else its {@code toString()}.
   *
   * @throws UncheckedIOException on a character that the encoding lacks
   */
  public void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        room(1).put(',');
      }
      if (cells[i] != null) {
        String cell = cells[i].toString();
        put(forPeople ? FormulaGuard.guarded(cell) : cell);
      }
    }
    room(2).put('\r').put('\n');
    encode();
  }

  private void put(String cell) {
    if (needsQuotes(cell)) {
      String quoted = cell.replace("\"", "\"\"");
      room(quoted.length() + 2).put('"').put(quoted).put('"');
    } else {
      room(cell.length()).put(cell);
    }
  }

  private static boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        return true;
      }
    }
    return false;
  }

  private CharBuffer room(int chars) {
    if (row.remaining() < chars) {
      CharBuffer larger = CharBuffer.allocate(2 * (row.position() + chars));
      row = larger.put(row.flip());
    }
    return row;
  }

  /** Encodes whole rows only, so no character is ever cut in two. */
  private void encode() {
    row.flip();
    CoderResult result = encoder.encode(row, bytes, true);
    while (result.isOverflow()) {
      ByteBuffer larger = ByteBuffer.allocate(2 * bytes.capacity());
      bytes = larger.put(bytes.flip());
      result = encoder.encode(row, bytes, true);
    }
    encoder.reset();
    row.clear();
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes so far. */
  public int size() {
    return bytes.position();
  }

  /** All bytes so far; good until the next row is added. */
  public ByteBuffer bytes() {
    return bytes.duplicate().flip();
  }

  /** Forgets the bytes so far, the header too, for they were written. */
  public void clear() {
    bytes.clear();
  }

  /** Begins the next file with the same header; not after {@link #clear}. */
  public void restart() {
    bytes.position(headerBytes);
  }
}
