package bangfu.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.intake.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the rows that hold a day of {@link DueDays}, by the bytes of the days. */
final class DueColumns {
  private final DueDays due;
  private final Map<Table, Span[]> spans = new HashMap<>();

  DueColumns(DueDays due) {
    this.due = due;
  }

  /** Days of a column; as ISO texts they sort as days do. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Span(int column, byte[] from, byte[] to) {
    boolean holds(ContentCells cells) {
      int start = cells.start(column);
      int end = start + cells.length(column);
      return end > start
          && Arrays.compare(cells.text(), start, end, from, 0, from.length) >= 0
          && Arrays.compare(cells.text(), start, end, to, 0, to.length) <= 0;
    }
  }

  boolean holds(Table table, ContentCells cells) {
    for (Span span : spans.computeIfAbsent(table, this::spans)) {
      if (span.holds(cells)) {
        return true;
      }
    }
    return false;
  }

  private Span[] spans(Table table) {
    List<Span> ofTable = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      if (column.type() == ColumnType.DATE) {
        for (DueDays.Days days : due.of(column)) {
          ofTable.add(
              new Span(
                  i,
                  days.from().toString().getBytes(US_ASCII),
                  days.to().toString().getBytes(US_ASCII)));
        }
      }
    }
    return ofTable.toArray(Span[]::new);
  }
}
