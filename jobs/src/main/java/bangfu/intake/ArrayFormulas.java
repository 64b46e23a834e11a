package bangfu.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * The ranges that formulas of the sheet fill beyond their own cell: the other cells of the range
 * look like typed ones.
 */
final class ArrayFormulas {
  private record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  private final List<Range> ranges = new ArrayList<>();

  /**
   * @param range such as {@code A2:D500}
   */
  void add(String range) throws RefusedFileException {
    int colon = range.indexOf(':');
    String first = colon < 0 ? range : range.substring(0, colon);
    String last = range.substring(colon + 1);
    if (first.equals(last)) {
      return;
    }
    ranges.add(
        new Range(
            CellReference.row(first),
            CellReference.row(last),
            CellReference.column(first),
            CellReference.column(last)));
  }

  /** Forgets the ranges that end above the row. */
  void enterRow(int row) {
    if (!ranges.isEmpty()) {
      ranges.removeIf(range -> range.lastRow() < row);
    }
  }

  boolean cover(int row, int column) {
    for (Range range : ranges) {
      if (row >= range.firstRow()
          && row <= range.lastRow()
          && column >= range.firstColumn()
          && column <= range.lastColumn()) {
        return true;
      }
    }
    return false;
  }
}
