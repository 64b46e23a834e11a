package bangfu.report;

import bangfu.intake.FileReport;
import bangfu.intake.Table;
import bangfu.register.DeliveryReport;
import bangfu.register.FileStatus;
import bangfu.register.ReceivedFile;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code tables.csv} and {@code departments.csv} of an import: what appeared, changed and vanished,
 * and who delivered nothing.
 */
public final class DeliveryFiles {
  private static final Map<FileStatus, String> WORDS =
      Map.of(
          FileStatus.ACCEPTED, "接收",
          FileStatus.REFUSED, "退回",
          FileStatus.SAME, "与上次相同",
          FileStatus.SUPPLEMENT, "补正");
  private static final String NOTHING = "未报送";

  private DeliveryFiles() {}

  /** Writes both files into a folder. */
  public static void write(DeliveryReport delivery, Path folder) {
    tables(delivery, folder);
    departments(delivery, folder);
  }

  private static void tables(DeliveryReport delivery, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("tables.csv"),
            "部门",
            "数据表",
            "名称",
            "状态",
            "文件",
            "接收行数",
            "退回行数",
            "新增",
            "变更",
            "消失",
            "说明")) {
      delivery.files().stream()
          .sorted(Comparator.comparing(file -> file.table().number()))
          .forEach(file -> csv.row(row(file)));
      for (Table table : delivery.missing()) {
        csv.row(table.department(), table.name(), table.title(), NOTHING, "", 0, 0, 0, 0, 0, "");
      }
    }
  }

  private static Object[] row(ReceivedFile file) {
    FileReport report = file.report();
    return new Object[] {
      file.table().department(),
      file.table().name(),
      file.table().title(),
      WORDS.get(file.status()),
      report.fileName(),
      report.acceptedRows(),
      report.rejectedRows(),
      file.changes().appeared(),
      file.changes().changed(),
      file.changes().vanished(),
      report.refused() ? report.refusal() : String.join("；", report.notes())
    };
  }

  /** Sums of one department. */
  private static final class Sums {
    int delivered;
    int missing;
    long rejected;
    long appeared;
    long changed;
    long vanished;
  }

  private static void departments(DeliveryReport delivery, Path folder) {
    Map<String, Sums> byDepartment = new TreeMap<>();
    for (ReceivedFile file : delivery.files()) {
      Sums sums = byDepartment.computeIfAbsent(file.table().department(), d -> new Sums());
      sums.delivered++;
      sums.rejected += file.report().rejectedRows();
      sums.appeared += file.changes().appeared();
      sums.changed += file.changes().changed();
      sums.vanished += file.changes().vanished();
    }
    delivery
        .missing()
        .forEach(t -> byDepartment.computeIfAbsent(t.department(), d -> new Sums()).missing++);
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("departments.csv"),
            "部门",
            "状态",
            "报送表数",
            "缺表数",
            "退回行数",
            "新增",
            "变更",
            "消失")) {
      byDepartment.forEach(
          (department, sums) ->
              csv.row(
                  department,
                  sums.delivered == 0 ? NOTHING : "已报送",
                  sums.delivered,
                  sums.missing,
                  sums.rejected,
                  sums.appeared,
                  sums.changed,
                  sums.vanished));
    }
  }
}
