package bangfu.simulate;

import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows as they would be if a household's row said something else; no version of before is left. */
final class Supposition {
  static final String HOUSEHOLDS = "nb_household";
  private static final String NUMBER = "户编号";

  private Supposition() {}

  /**
   * The rows with other values in the row of a household.
   *
   * @param values canonical values by column, null = empty
   */
  static List<StoredRow> of(List<StoredRow> rows, String household, Map<String, String> values) {
    List<StoredRow> supposed = new ArrayList<>(rows.size());
    for (StoredRow row : rows) {
      boolean isIt =
          row.row().table().name().equals(HOUSEHOLDS) && household.equals(row.value(NUMBER));
      supposed.add(isIt ? with(row, values) : row);
    }
    return supposed;
  }

  /** The row of a household, or null. */
  static StoredRow row(List<StoredRow> rows, String household) {
    return rows.stream()
        .filter(row -> row.row().table().name().equals(HOUSEHOLDS))
        .filter(row -> household.equals(row.value(NUMBER)))
        .findFirst()
        .orElse(null);
  }

  private static StoredRow with(StoredRow stored, Map<String, String> values) {
    List<StoredRow.Version> history = new ArrayList<>();
    for (StoredRow.Version version : stored.history()) {
      history.add(new StoredRow.Version(version.from(), with(version.row(), values)));
    }
    return new StoredRow(
        with(stored.row(), values), stored.delivery(), List.copyOf(history), stored.endedOn());
  }

  private static Row with(Row row, Map<String, String> values) {
    Table table = row.table();
    String[] cells = new String[table.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      String name = table.columns().get(i).name();
      cells[i] = values.containsKey(name) ? values.get(name) : row.value(i);
    }
    return new Row(table, row.line(), cells);
  }
}
