package bangfu.sample.defect;

import bangfu.intake.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A row on its way into a file: its cells, and how the written line is bent. */
final class DirtyLine {
  /** Stands for a byte that is no character in UTF-8 and in GB18030. */
  static final char BROKEN_BYTE = '\uE0FF';

  private final Table table;
  private final String[] cells;
  private final Map<Integer, String> sheetCells = new HashMap<>();
  private UnaryOperator<String> bent = UnaryOperator.identity();
  private boolean cutOff;

  /**
   * A row of a table.
   *
   * @param cells one text for each column in schema order, not null
   */
  DirtyLine(Table table, String... cells) {
    this.table = table;
    this.cells = cells;
  }

  /** A line without cells. */
  static DirtyLine of(Table table, String text) {
    String[] none = new String[table.columns().size()];
    Arrays.fill(none, "");
    return new DirtyLine(table, none).bend(line -> text);
  }

  DirtyLine copy() {
    return new DirtyLine(table, cells.clone());
  }

  Table table() {
    return table;
  }

  String get(String column) {
    return cells[table.index(column)];
  }

  DirtyLine set(String column, String text) {
    cells[table.index(column)] = text;
    return this;
  }

  /** Changes the text of a cell that is there. */
  DirtyLine change(String column, UnaryOperator<String> change) {
    return set(column, change.apply(get(column)));
  }

  /** Changes the line as it is written into a CSV file. */
  DirtyLine bend(UnaryOperator<String> line) {
    bent = line;
    return this;
  }

  /** Ends the file in the middle of the line, behind so many characters. */
  DirtyLine cutOff(int length) {
    cutOff = true;
    return bend(line -> line.substring(0, length));
  }

  boolean isCutOff() {
    return cutOff;
  }

  /**
   * Puts another cell into a sheet.
   *
   * @param xml the attributes behind the reference, and the content, of a {@code c} element
   */
  DirtyLine sheetCell(String column, String xml) {
    sheetCells.put(table.index(column), xml);
    return this;
  }

  /** The cell of a sheet that was put in place of the text, or null. */
  String sheetCell(String column) {
    return sheetCells.get(table.index(column));
  }

  String bent(String csv) {
    return bent.apply(csv);
  }
}
