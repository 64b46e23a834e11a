package bangfu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A CSV file: one physical line is one record, decoded and split by itself. */
final class CsvLines implements LineCursor {
  /** A full row of any table is well below; a longer line is a lost quote or no text. */
  private static final int MAX_RECORD_BYTES = 1 << 16;

  private final TextEncoding encoding;
  private final LineBytes lines;
  private final CharsetDecoder decoder;
  private final CharBuffer chars = CharBuffer.allocate(MAX_RECORD_BYTES);
  private final CsvFields fields = new CsvFields();
  private final LineNumbers numbers;
  private int number;
  private Fault damage;

  CsvLines(Path file, TextEncoding encoding) throws IOException {
    this(Files.newInputStream(file), encoding);
  }

  /**
   * @param content from its byte order mark on, if it has one; closed with the cursor
   */
  CsvLines(InputStream content, TextEncoding encoding) throws IOException {
    this(encoding.behindMark(content), encoding, last -> Math.incrementExact(last));
  }

  /**
   * @param content behind its byte order mark; closed with the cursor
   * @param numbers the numbers of its lines, which may be some lines of a larger file
   */
  CsvLines(InputStream content, TextEncoding encoding, LineNumbers numbers) {
    this.encoding = encoding;
    this.lines = new LineBytes(content);
    this.decoder = encoding.strictDecoder();
    this.numbers = numbers;
  }

  /** Numbers lines. */
  @FunctionalInterface
  interface LineNumbers {
    /** The number of the line behind another; 0 stands before the first. */
    int after(int last);

    /** The number of the file's last line, once they are read. */
    default int end(int last) {
      return last;
    }
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      number = numbers.end(number);
      return false;
    }
    number = numbers.after(number);
    damage = null;
    if (lines.length() > MAX_RECORD_BYTES) {
      damage = fault(ReasonCode.CSV, "应为一行一条记录，实际超过 64 KB；整行退回");
    } else if (!decodes()) {
      damage = fault(ReasonCode.ENCODING, "应为 " + encoding.label() + " 编码，本行有无法识别的字节；整行退回");
    } else if (!fields.split(chars.array(), chars.position())) {
      damage = fault(ReasonCode.CSV, "应为成对的双引号（字段开头、逗号之前），本行的双引号不成对或位置不对；整行退回");
    }
    return true;
  }

  private boolean decodes() {
    chars.clear();
    ByteBuffer bytes = ByteBuffer.wrap(lines.buffer(), lines.start(), lines.length());
    decoder.reset();
    CoderResult result = decoder.decode(bytes, chars, true);
    return !result.isError() && !decoder.flush(chars).isError();
  }

  private Fault fault(ReasonCode code, String message) {
    return new Fault(number, "", new String(shownBytes(), encoding.charset()), code, message);
  }

  private byte[] shownBytes() {
    byte[] raw = lines.copy();
    return raw.length > MAX_RECORD_BYTES ? Arrays.copyOf(raw, MAX_RECORD_BYTES) : raw;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Fault damage() {
    return damage;
  }

  @Override
  public int fieldCount() {
    return damage == null ? fields.count() : 0;
  }

  @Override
  public boolean fits(int headerFieldCount) {
    return fields.count() == headerFieldCount;
  }

  /** One comma too many moves every field behind it. */
  @Override
  public boolean placesAreSure(int headerFieldCount) {
    return fits(headerFieldCount);
  }

  @Override
  public String whole() {
    return new String(lines.copy(), encoding.charset());
  }

  @Override
  public String text(int field) {
    return fields.get(field);
  }

  @Override
  public String damage(int field, ColumnType type) {
    return null;
  }

  @Override
  public byte[] raw() {
    return lines.copy();
  }

  @Override
  public String encoding() {
    return encoding.label();
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
