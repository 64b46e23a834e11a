package bangfu.table;

import bangfu.engine.fold.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * The few rows of a small file, or of one household in a large one, sorted by their first columns:
 * numbers as numbers, an empty cell first, everything else as text by code point. So the order does
 * not depend on the database.
 */
public final class SortedRows {
  private final int keyColumns;
  private final List<Object[]> rows = new ArrayList<>();

  public SortedRows(int keyColumns) {
    this.keyColumns = keyColumns;
  }

  public void add(Object... cells) {
    rows.add(cells);
  }

  /** Writes the rows and forgets them. */
  public void writeTo(CsvFile csv) {
    rows.sort(this::compare);
    rows.forEach(csv::row);
    rows.clear();
  }

  private int compare(Object[] one, Object[] other) {
    for (int i = 0; i < keyColumns; i++) {
      int order = order(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int order(Object one, Object other) {
    if (one instanceof Integer number && other instanceof Integer otherNumber) {
      return number.compareTo(otherNumber);
    }
    return CodePoints.ORDER.compare(text(one), text(other));
  }

  private static String text(Object cell) {
    return cell == null ? "" : cell.toString();
  }
}
