package bangfu.cases;

import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the facts of a case as a delivery: all tables, empty ones too. */
public final class CaseExtracts {
  private CaseExtracts() {}

  /** Writes one file per table into a folder, which is created. */
  public static void write(PolicyCase policyCase, Path folder) {
    Map<String, List<Map<String, String>>> rows = CaseTables.of(policyCase);
    for (Table table : Tables.standard().all()) {
      write(table, rows.getOrDefault(table.name(), List.of()), folder);
    }
  }

  private static void write(Table table, List<Map<String, String>> rows, Path folder) {
    String[] headers = table.columns().stream().map(Column::name).toArray(String[]::new);
    try (CsvFile csv = CsvFile.utf8Bom(folder.resolve(table.name() + ".csv"), headers)) {
      for (Map<String, String> row : rows) {
        Object[] cells = new Object[headers.length];
        for (int i = 0; i < headers.length; i++) {
          cells[i] = row.get(headers[i]);
        }
        csv.row(cells);
      }
    }
  }
}
