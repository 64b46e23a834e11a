package bangfu.report;

import bangfu.assess.AssessedRows;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;

/** {@code eligibility.csv}. */
final class EligibilityFile {
  private EligibilityFile() {}

  static void write(AssessedRows assessed, Path folder) {
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
      assessed
          .households()
          .forEachRemaining(
              household ->
                  csv.row(
                      household.number(),
                      household.persons(),
                      Yuan.format(household.incomeFen()),
                      Cell.yuan(household.perHeadFen()),
                      household.group1(),
                      household.group2(),
                      household.group3(),
                      household.reasonCode(),
                      household.proposal()));
    }
  }
}
