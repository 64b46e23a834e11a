package bangfu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Turns a line into a row of its table, or says everything that is wrong with it. */
final class RowMapper {
  private final Table table;
  private final Column[] columns;
  private final Header header;

  RowMapper(Table table, Header header) {
    this.table = table;
    this.columns = table.columns().toArray(Column[]::new);
    this.header = header;
  }

  /** The row of a line that is not blank, or null; then there is at least one fault more. */
  Row map(LineCursor line, List<Fault> faults) {
    if (line.damage() != null) {
      faults.add(line.damage());
      return null;
    }
    if (!line.fits(header.fieldCount())) {
      faults.add(fieldsFault(line));
      return null;
    }
    int before = faults.size();
    String[] values = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = value(line, i, faults);
    }
    return faults.size() == before ? new Row(table, line.number(), values) : null;
  }

  /** The key of a line that is no row, or null when it cannot be read. */
  String key(LineCursor line) {
    if (line.damage() != null || !line.fits(header.fieldCount())) {
      return null;
    }
    List<Fault> faults = new ArrayList<>();
    String[] values = new String[columns.length];
    for (int index : table.keyIndexes()) {
      values[index] = value(line, index, faults);
    }
    return faults.isEmpty() ? new Row(table, line.number(), values).key() : null;
  }

  /** The canonical value; null when it is empty, or does not fit and is a fault. */
  private String value(LineCursor line, int index, List<Fault> faults) {
    if (!header.has(index)) {
      return null;
    }
    Column column = columns[index];
    int field = header.field(index);
    String text = line.text(field);
    String damage = line.damage(field, column.type());
    if (damage != null) {
      faults.add(fault(line, column, text, column.type().reason(), damage));
      return null;
    }
    if (CellText.isBlank(text)) {
      if (column.required()) {
        faults.add(fault(line, column, text, ReasonCode.REQUIRED, "实为空"));
      }
      return null;
    }
    String value = column.convert(text);
    if (value == null) {
      faults.add(fault(line, column, text, column.type().reason(), "与原值不符"));
    }
    return value;
  }

  private static Fault fault(
      LineCursor line, Column column, String text, ReasonCode code, String actual) {
    String message = "应为%s，%s；整行退回，请更正后重报".formatted(column.expectation(), actual);
    return new Fault(line.number(), column.name(), text, code, message);
  }

  private Fault fieldsFault(LineCursor line) {
    String message =
        "应与表头同为 %d 列，实为 %d 列；整行退回，请检查逗号和双引号".formatted(header.fieldCount(), line.fieldCount());
    StringJoiner texts = new StringJoiner(",");
    for (int field = 0; field < line.fieldCount(); field++) {
      texts.add(line.text(field));
    }
    return new Fault(line.number(), "", texts.toString(), ReasonCode.FIELDS, message);
  }
}
