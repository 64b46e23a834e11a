package bangfu.report;

import bangfu.engine.fold.CodePoints;
import bangfu.table.CsvFile;
import java.util.ArrayList;
import java.util.List;

/** The few rows of a small file, sorted by their first columns as texts. */
final class SortedRows {
  private final int keyColumns;
  private final List<Object[]> rows = new ArrayList<>();

  SortedRows(int keyColumns) {
    this.keyColumns = keyColumns;
  }

  void add(Object... cells) {
    rows.add(cells);
  }

  void writeTo(CsvFile csv) {
    rows.sort(this::compare);
    rows.forEach(csv::row);
  }

  private int compare(Object[] one, Object[] other) {
    for (int i = 0; i < keyColumns; i++) {
      int order = CodePoints.ORDER.compare(one[i].toString(), other[i].toString());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
