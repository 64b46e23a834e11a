package bangfu.intake;

import java.util.Arrays;
import java.util.List;

/** Where the columns of a table stand in one file. */
final class Header {
  private static final int ABSENT = -1;

  private final int lines;
  private final int fieldCount;
  private final int[] fieldOfColumn;
  private final List<String> unknownColumns;

  private Header(int lines, int fieldCount, int[] fieldOfColumn, List<String> unknownColumns) {
    this.lines = lines;
    this.fieldCount = fieldCount;
    this.fieldOfColumn = fieldOfColumn;
    this.unknownColumns = unknownColumns;
  }

  /**
   * @param line the number of the header line; those above it belong to the header
   * @param names the texts of its fields
   */
  static Header of(Table table, int line, List<String> names) throws RefusedFileException {
    int[] fieldOfColumn = new int[table.columns().size()];
    Arrays.fill(fieldOfColumn, ABSENT);
    for (int i = 0; i < fieldOfColumn.length; i++) {
      String column = table.columns().get(i).name();
      fieldOfColumn[i] = names.indexOf(column);
      if (names.lastIndexOf(column) != fieldOfColumn[i]) {
        throw new RefusedFileException("表头中「" + column + "」出现两次，无法确定取哪一列；整个文件退回");
      }
    }
    return new Header(line, names.size(), fieldOfColumn, UnknownColumns.in(table, names));
  }

  /** The header line and those above it. */
  int lines() {
    return lines;
  }

  int fieldCount() {
    return fieldCount;
  }

  List<String> unknownColumns() {
    return unknownColumns;
  }

  /** False for an optional column that the file does not have. */
  boolean has(int column) {
    return fieldOfColumn[column] != ABSENT;
  }

  /** The field of the file that holds the column. */
  int field(int column) {
    return fieldOfColumn[column];
  }
}
