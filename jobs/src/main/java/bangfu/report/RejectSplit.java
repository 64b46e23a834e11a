package bangfu.report;

import bangfu.intake.Fault;
import bangfu.intake.RejectedRow;
import bangfu.intake.Table;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rejects of all tables once more, for whoever has to see to them: {@code by-town/<镇街代码>.csv},
 * {@code unknown} where none is known, and {@code by-department/<code>.csv}. A department's code is
 * what the names of its tables begin with, such as {@code mz}.
 */
final class RejectSplit implements AutoCloseable {
  private final Path folder;
  private final Map<String, CsvFile> files = new TreeMap<>();

  RejectSplit(Path folder) {
    this.folder = folder;
  }

  /** Adds a row; tables come in the order of their names, rows in that of their lines. */
  void add(Table table, String town, RejectedRow row) {
    CsvFile ofTown = file("by-town/" + town);
    CsvFile ofDepartment = file("by-department/" + departmentCode(table));
    for (Fault fault : row.faults()) {
      Object[] cells = {
        table.name(),
        fault.line(),
        town.equals(RejectTowns.UNKNOWN) ? "" : town,
        table.department(),
        fault.column(),
        fault.value(),
        fault.code().name(),
        fault.message()
      };
      ofTown.row(cells);
      ofDepartment.row(cells);
    }
  }

  static String departmentCode(Table table) {
    return table.name().substring(0, table.name().indexOf('_'));
  }

  private CsvFile file(String name) {
    return files.computeIfAbsent(
        name,
        key ->
            CsvFile.utf8Bom(
                folder.resolve(key + ".csv"),
                "数据表",
                "行号",
                "镇街代码",
                "责任单位",
                "列",
                "原值",
                "原因代码",
                "说明"));
  }

  @Override
  public void close() {
    files.values().forEach(CsvFile::close);
  }
}
