package bangfu.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Ranges of a sheet, asked for cell by cell while its rows are read downward. */
final class CellRanges {
  private record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean contains(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    boolean beginsAt(int row, int column) {
      return row == firstRow && column == firstColumn;
    }
  }

  private final PriorityQueue<Range> below =
      new PriorityQueue<>(Comparator.comparingInt(Range::firstRow));
  private final List<Range> here = new ArrayList<>();
  private int row;

  /**
   * @param range such as {@code A2:D500}; a single cell is none
   */
  void add(String range) throws RefusedFileException {
    int colon = range.indexOf(':');
    String first = colon < 0 ? range : range.substring(0, colon);
    String last = range.substring(colon + 1);
    if (first.equals(last)) {
      return;
    }
    below.add(
        new Range(
            CellReference.row(first),
            CellReference.row(last),
            CellReference.column(first),
            CellReference.column(last)));
    enterRow(row);
  }

  /** Moves down to a row: ranges that end above it are forgotten. */
  void enterRow(int number) {
    row = number;
    while (!below.isEmpty() && below.peek().firstRow() <= row) {
      here.add(below.poll());
    }
    if (!here.isEmpty()) {
      here.removeIf(range -> range.lastRow() < row);
    }
  }

  /** Whether a cell of the row is in a range. */
  boolean cover(int column) {
    return here.stream().anyMatch(range -> range.contains(row, column));
  }

  /** Whether a cell of the row is in a range and not its first cell. */
  boolean hide(int column) {
    return here.stream()
        .anyMatch(range -> range.contains(row, column) && !range.beginsAt(row, column));
  }
}
