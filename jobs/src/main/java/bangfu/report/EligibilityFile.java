package bangfu.report;

import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;

/** {@code eligibility.csv}. */
final class EligibilityFile {
  private EligibilityFile() {}

  static void write(Queries queries, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("eligibility.csv"),
            "户编号",
            "人数",
            "年收入",
            "人均收入",
            "第一类",
            "第二类",
            "第三类",
            "原因代码",
            "建议")) {
      queries.each(
          "select * from assessed_household order by household_no",
          row ->
              csv.row(
                  row.getString("household_no"),
                  row.getInt("persons"),
                  Yuan.format(row.getLong("income_fen")),
                  Cell.yuan(row, "per_head_fen"),
                  row.getString("group_1"),
                  row.getString("group_2"),
                  row.getString("group_3"),
                  row.getString("reason_code"),
                  row.getString("proposal")));
    }
  }
}
