package bangfu.intake;

/**
 * An accepted row: canonical values in the order of the table's columns, null where a cell is
 * empty. Its text form, {@link #content()}, is what the register keeps and what tells two versions
 * apart; {@link #parse} reads it back.
 */
public final class Row {
  /** Stands between values; no value can hold it, for it is a control character. */
  public static final char SEPARATOR = '\u001F';

  private final Table table;
  private final int line;
  private final String[] values;
  private String content;

  /**
   * @param line the physical line or sheet row, from 1
   * @param values one for each column, kept without copying
   */
  public Row(Table table, int line, String... values) {
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          table + ": expected " + table.columns().size() + " values, but was " + values.length);
    }
    this.table = table;
    this.line = line;
    this.values = values;
  }

  /** The row whose {@link #content()} this is. */
  public static Row parse(Table table, int line, String content) {
    String[] values = new String[table.columns().size()];
    int start = 0;
    for (int i = 0; i < values.length; i++) {
      int end = i + 1 < values.length ? content.indexOf(SEPARATOR, start) : content.length();
      values[i] = end == start ? null : content.substring(start, end);
      start = end + 1;
    }
    Row row = new Row(table, line, values);
    row.content = content;
    return row;
  }

  public Table table() {
    return table;
  }

  /** The physical line or sheet row, from 1. */
  public int line() {
    return line;
  }

  /** The canonical value at a place in the table's columns, or null. */
  public String value(int index) {
    return values[index];
  }

  /** The canonical value of a column, or null. */
  public String value(String columnName) {
    return values[table.index(columnName)];
  }

  /** The key's values, joined; an empty one is an empty text. */
  public String key() {
    int[] indexes = table.keyIndexes();
    if (indexes.length == 1) {
      return textOf(values[indexes[0]]);
    }
    StringBuilder joined = new StringBuilder(48);
    for (int i = 0; i < indexes.length; i++) {
      joined.append(i == 0 ? "" : String.valueOf(SEPARATOR)).append(textOf(values[indexes[i]]));
    }
    return joined.toString();
  }

  /** Whom the row is about: a household number or an identity number; null for nobody. */
  public String subject() {
    return table.subjectIndex() < 0 ? null : values[table.subjectIndex()];
  }

  /** All values, joined; an empty one is an empty text. */
  public String content() {
    if (content == null) {
      StringBuilder joined = new StringBuilder(160);
      for (int i = 0; i < values.length; i++) {
        if (i > 0) {
          joined.append(SEPARATOR);
        }
        joined.append(textOf(values[i]));
      }
      content = joined.toString();
    }
    return content;
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
