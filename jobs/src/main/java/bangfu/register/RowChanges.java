package bangfu.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what the register knew at two deliveries, row by row. */
final class RowChanges {
  private RowChanges() {}

  /** The rows that appeared, changed or are gone, by table and key. */
  static List<RowChange> between(List<StoredRow> before, List<StoredRow> after) {
    Map<String, StoredRow> earlier = byKey(before);
    Map<String, StoredRow> later = byKey(after);
    Map<String, RowChange> changes = new TreeMap<>();
    later.forEach((key, row) -> changes.put(key, new RowChange(earlier.get(key), row)));
    earlier.forEach((key, row) -> changes.putIfAbsent(key, new RowChange(row, null)));
    List<RowChange> changed = new ArrayList<>(changes.values());
    changed.removeIf(RowChanges::isSame);
    return changed;
  }

  private static boolean isSame(RowChange change) {
    return change.before() != null
        && change.after() != null
        && change.before().delivery() == change.after().delivery();
  }

  private static Map<String, StoredRow> byKey(List<StoredRow> rows) {
    Map<String, StoredRow> byKey = new TreeMap<>();
    rows.forEach(row -> byKey.put(row.row().table() + " " + row.row().key(), row));
    return byKey;
  }
}
