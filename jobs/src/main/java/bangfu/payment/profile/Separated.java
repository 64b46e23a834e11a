package bangfu.payment.profile;

import bangfu.intake.CsvFields;
import bangfu.intake.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Values with a separator between them. */
record Separated(char separator, Quotes quotes) implements Form {
  private static final char QUOTE = '"';

  /** Which values stand in double quotes. */
  enum Quotes {
    /** None: a separator in a value cannot be written. */
    NEVER,
    /** Those that hold a separator or a quote. */
    WHERE_NEEDED,
    ALWAYS
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public boolean isAmbiguous(String value) {
    return quotes == Quotes.NEVER && value.indexOf(separator) >= 0;
  }

  @Override
  public String join(List<? extends Cell<?>> cells, List<String> values, Coding coding) {
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      line.append(written(value)).append(separator);
    }
    line.setLength(line.length() - 1);
    return line.toString();
  }

  private String written(String value) {
    boolean needed = value.indexOf(separator) >= 0 || value.indexOf(QUOTE) >= 0;
    return quotes == Quotes.ALWAYS || (quotes == Quotes.WHERE_NEEDED && needed)
        ? QUOTE + value.replace("\"", "\"\"") + QUOTE
        : value;
  }

  /** Decodes first: a byte of a Chinese character may look like the separator. */
  @Override
  public Split split(byte[] line, List<? extends Cell<?>> cells, Coding coding) {
    String text = coding.decode(line, 0, line.length);
    if (text == null) {
      return Split.undecodable(coding.encoding());
    }
    List<String> values = quotes == Quotes.NEVER ? plain(text) : quoted(text);
    if (values == null) {
      return Split.failed(ReasonCode.CSV, "", "应为成对的双引号（字段开头、分隔符之前），本行的双引号不成对或位置不对；整行退回");
    }
    return values.size() == cells.size()
        ? Split.of(values)
        : Split.failed(
            ReasonCode.FIELDS, "", "应为 " + cells.size() + " 个字段，实际为 " + values.size() + " 个；整行退回");
  }

  private List<String> plain(String text) {
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      values.add(text.substring(start, end));
      start = end + 1;
    }
    values.add(text.substring(start));
    return values;
  }

  private List<String> quoted(String text) {
    CsvFields fields = new CsvFields(separator);
    return fields.split(text.toCharArray(), text.length())
        ? IntStream.range(0, fields.count()).mapToObj(fields::get).toList()
        : null;
  }
}
