package bangfu.intake;

import java.util.Arrays;

/**
 * Splits one line of CSV into its fields, by RFC 4180 to the letter: a quote may only open a field,
 * and only a separator or the end may follow the quote that closes it. Parsers of whole files
 * repair such lines or read on into the next one, which the contract forbids. Not for two threads
 * at once.
 */
public final class CsvFields {
  private final char separator;
  private String[] fields = new String[32];
  private int count;
  private char[] line;
  private int length;
  private int at;

  CsvFields() {
    this(',');
  }

  /**
   * @param separator between fields, a comma for CSV; not the double quote
   */
  public CsvFields(char separator) {
    this.separator = separator;
  }

  /** False when the quotes of the line do not match; then it has no fields. */
  public boolean split(char[] chars, int charCount) {
    line = chars;
    length = charCount;
    at = 0;
    count = 0;
    do {
      String field = at < length && line[at] == '"' ? quoted() : bare();
      if (field == null) {
        count = 0;
        return false;
      }
      add(field);
    } while (at++ < length);
    return true;
  }

  /** How many fields the line has. */
  public int count() {
    return count;
  }

  /** A field of the line, from 0. */
  public String get(int index) {
    return fields[index];
  }

  /** Moves to the separator or the end; null when a quote stands inside. */
  private String bare() {
    int start = at;
    while (at < length && line[at] != separator) {
      if (line[at] == '"') {
        return null;
      }
      at++;
    }
    return at == start ? "" : new String(line, start, at - start);
  }

  /** Moves behind the closing quote; null when there is none or text follows it. */
  private String quoted() {
    StringBuilder text = new StringBuilder();
    int start = ++at;
    while (at < length) {
      if (line[at] != '"') {
        at++;
      } else if (at + 1 < length && line[at + 1] == '"') {
        text.append(line, start, at + 1 - start);
        at += 2;
        start = at;
      } else {
        text.append(line, start, at - start);
        at++;
        return at == length || line[at] == separator ? text.toString() : null;
      }
    }
    return null;
  }

  private void add(String field) {
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, 2 * count);
    }
    fields[count++] = field;
  }
}
