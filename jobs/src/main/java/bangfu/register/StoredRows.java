package bangfu.register;

import bangfu.intake.Column;
import bangfu.intake.Row;
import bangfu.intake.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rows, as known at a delivery, of their versions. */
final class StoredRows {
  private static final Comparator<FactVersion> OLDEST_FIRST =
      Comparator.comparingInt(FactVersion::since);

  private final int knownDelivery;
  private final Map<Integer, LocalDate> asOfDays;

  /**
   * @param asOfDays the as-of day of each delivery
   */
  StoredRows(int knownDelivery, Map<Integer, LocalDate> asOfDays) {
    this.knownDelivery = knownDelivery;
    this.asOfDays = asOfDays;
  }

  /** The rows in force, of versions about one subject in any order. */
  List<StoredRow> of(List<FactVersion> versions) {
    Map<String, List<FactVersion>> byKey = new HashMap<>();
    for (FactVersion version : versions) {
      String key = version.row().table().name() + Row.SEPARATOR + version.row().key();
      byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(version);
    }
    List<StoredRow> rows = new ArrayList<>(byKey.size());
    for (List<FactVersion> ofRow : byKey.values()) {
      ofRow.sort(OLDEST_FIRST);
      FactVersion last = ofRow.get(ofRow.size() - 1);
      if (last.inForce(knownDelivery) && last.state() != FactVersion.State.NEVER_TRUE) {
        rows.add(row(last, ofRow));
      }
    }
    return rows;
  }

  private StoredRow row(FactVersion last, List<FactVersion> versions) {
    boolean ended = last.state() == FactVersion.State.ENDED;
    return new StoredRow(
        last.row(),
        last.since(),
        history(last, versions),
        ended ? asOfDays.get(last.since()) : null);
  }

  private List<StoredRow.Version> history(FactVersion last, List<FactVersion> versions) {
    if (versions.size() == 1 || !hasUndatedColumns(last.row().table())) {
      return List.of(new StoredRow.Version(null, last.row()));
    }
    List<StoredRow.Version> history = new ArrayList<>();
    for (FactVersion version : versions) {
      if (version.corrects()) {
        history.clear();
      }
      if (version.state() == FactVersion.State.STANDS) {
        LocalDate from = history.isEmpty() ? null : asOfDays.get(version.since());
        history.add(new StoredRow.Version(from, version.row()));
      }
    }
    return List.copyOf(history);
  }

  private static boolean hasUndatedColumns(Table table) {
    return table.columns().stream().anyMatch(Column::undated);
  }
}
