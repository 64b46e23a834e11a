package bangfu.register;

import bangfu.intake.Column;
import bangfu.intake.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rows, as known at a delivery, of their versions. */
final class StoredRows {
  private static final Comparator<FactVersion> OLDEST_FIRST =
      Comparator.comparingInt(FactVersion::since);

  private final Map<Integer, LocalDate> asOfDays;

  /**
   * @param asOfDays the as-of day of each delivery
   */
  StoredRows(Map<Integer, LocalDate> asOfDays) {
    this.asOfDays = asOfDays;
  }

  /** The rows in force, of versions of one table in any order. */
  List<StoredRow> of(List<FactVersion> versions) {
    List<StoredRow> rows = new ArrayList<>(versions.size());
    if (isOneDelivery(versions)) {
      versions.forEach(version -> add(rows, version, List.of(version)));
    } else {
      byKey(versions)
          .forEach(
              ofRow -> {
                ofRow.sort(OLDEST_FIRST);
                add(rows, ofRow.get(ofRow.size() - 1), ofRow);
              });
    }
    return rows;
  }

  /** No delivery has two versions of one row. */
  private static boolean isOneDelivery(List<FactVersion> versions) {
    int since = versions.get(0).since();
    for (FactVersion version : versions) {
      if (version.since() != since) {
        return false;
      }
    }
    return true;
  }

  private static Collection<List<FactVersion>> byKey(List<FactVersion> versions) {
    Map<String, List<FactVersion>> byKey = new HashMap<>();
    for (FactVersion version : versions) {
      byKey.computeIfAbsent(version.row().key(), k -> new ArrayList<>(1)).add(version);
    }
    return byKey.values();
  }

  private void add(List<StoredRow> rows, FactVersion last, List<FactVersion> versions) {
    switch (last.state()) {
      case STANDS -> rows.add(row(last, versions, null));
      case ENDED -> rows.add(row(last, versions, asOfDays.get(last.since())));
      case NEVER_TRUE, MOVED -> {
        // not here, as known now
      }
    }
  }

  private StoredRow row(FactVersion last, List<FactVersion> versions, LocalDate endedOn) {
    return new StoredRow(last.row(), last.since(), history(last, versions), endedOn);
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
