package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * An accepted row: canonical values in the order of the table's columns, null where a cell is
 * empty. Its text form, {@link #content()}, is what the register keeps and what tells two versions
 * apart; {@link #parse} reads it back.
 */
public final class Row {
  /** Stands between values; no value can hold it, for it is a control character. */
  public static final char SEPARATOR = '\u001F';

  /** Stands for a value that nobody has asked for. */
  @SuppressWarnings("StringOperationCanBeSimplified") // told apart from every value by identity
  private static final String NOT_READ = new String("?");

  private final Table table;
  private final int line;
  private final String[] values;

  /** Of a row that is read: the text that holds its content, and where each value begins there. */
  private final byte[] text;

  private final int[] starts;
  private byte[] content; // of a row that is not read, once somebody has asked

  /**
   * @param line the physical line or sheet row, from 1
   * @param values one for each column, kept without copying
   */
  public Row(Table table, int line, String... values) {
    this(table, line, values, null, null);
  }

  private Row(Table table, int line, String[] values, byte[] text, int[] starts) {
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          table + ": expected " + table.columns().size() + " values, but was " + values.length);
    }
    this.table = table;
    this.line = line;
    this.values = values;
    this.text = text;
    this.starts = starts;
  }

  /** The row whose {@link #content()} this is. */
  public static Row parse(Table table, int line, String content) {
    byte[] text = content.getBytes(UTF_8);
    return parse(table, line, text, 0, text.length);
  }

  /**
   * The row whose {@link #content()} stands in a text in UTF-8, which must not change any more.
   * Values are read when they are asked for.
   *
   * @param from the first byte, included
   * @param to the last byte, not included
   */
  public static Row parse(Table table, int line, byte[] text, int from, int to) {
    String[] values = new String[table.columns().size()];
    Arrays.fill(values, NOT_READ);
    int[] starts = new int[values.length + 1];
    starts[0] = from;
    int column = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == SEPARATOR && ++column < values.length) {
        starts[column] = i + 1;
      }
    }
    if (column + 1 != values.length) {
      throw new IllegalArgumentException(
          table + ": expected " + values.length + " values, but was " + (column + 1));
    }
    starts[values.length] = to + 1;
    return new Row(table, line, values, text, starts);
  }

  public Table table() {
    return table;
  }

  /** The physical line or sheet row, from 1. */
  public int line() {
    return line;
  }

  /** The canonical value at a place in the table's columns, or null. */
  @SuppressWarnings("ReferenceEquality") // a value may say the same
  public String value(int index) {
    String value = values[index];
    if (value == NOT_READ) {
      int length = starts[index + 1] - 1 - starts[index];
      value = length == 0 ? null : new String(text, starts[index], length, UTF_8);
      values[index] = value;
    }
    return value;
  }

  /** The canonical value of a column, or null. */
  public String value(String columnName) {
    return value(table.index(columnName));
  }

  /** The key's values, joined; an empty one is an empty text. */
  public String key() {
    int[] indexes = table.keyIndexes();
    if (indexes.length == 1) {
      return textOf(value(indexes[0]));
    }
    StringBuilder joined = new StringBuilder(48);
    for (int i = 0; i < indexes.length; i++) {
      joined.append(i == 0 ? "" : String.valueOf(SEPARATOR)).append(textOf(value(indexes[i])));
    }
    return joined.toString();
  }

  /** Whom the row is about: a household number or an identity number; null for nobody. */
  public String subject() {
    return table.subjectIndex() < 0 ? null : value(table.subjectIndex());
  }

  /** All values, joined; an empty one is an empty text. */
  public String content() {
    return new String(contentBytes(), UTF_8);
  }

  /** {@link #content()} in UTF-8, not to be changed. */
  public byte[] contentBytes() {
    if (text != null) {
      return Arrays.copyOfRange(text, starts[0], starts[values.length] - 1);
    }
    if (content == null) {
      StringBuilder joined = new StringBuilder(160);
      for (int i = 0; i < values.length; i++) {
        if (i > 0) {
          joined.append(SEPARATOR);
        }
        joined.append(textOf(values[i]));
      }
      content = joined.toString().getBytes(UTF_8);
    }
    return content;
  }

  /** The same row, which keeps no text of others in memory. */
  public Row alone() {
    byte[] own = contentBytes();
    return parse(table, line, own, 0, own.length);
  }

  private static String textOf(String value) {
    return value == null ? "" : value;
  }

  /** The place only: values name persons and stay out of logs. */
  @Override
  public String toString() {
    return table + ":" + line;
  }
}
