package bangfu.report;

import bangfu.assess.AssessedRows;
import bangfu.assess.PendingLine;
import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import bangfu.table.SortedRows;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** {@code pending.csv} and {@code actions.csv}. */
final class UndecidedFiles {
  private static final String TABLE_MISSING = "TABLE_MISSING";
  private static final int PENDING_COLUMNS = 9;

  private UndecidedFiles() {}

  /**
   * What cannot be decided yet.
   *
   * @param undecided clauses that rest on a table which was never delivered
   */
  static void pending(AssessedRows assessed, Policy policy, Set<String> undecided, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("pending.csv"),
            "户编号",
            "对象",
            "条款",
            "归属期间",
            "代码",
            "所缺事实",
            "责任单位",
            "最低金额",
            "最高金额")) {
      for (String clause : new TreeSet<>(undecided)) {
        csv.row("", "", clause, "", TABLE_MISSING, "", "", "", "");
      }
      SortedRows ofHousehold = new SortedRows(PENDING_COLUMNS);
      String[] household = {""};
      assessed.forEachPending(
          line -> {
            if (!line.household().equals(household[0])) {
              ofHousehold.writeTo(csv);
              household[0] = line.household();
            }
            ofHousehold.add(cells(line, policy));
          });
      ofHousehold.writeTo(csv);
    }
  }

  private static Object[] cells(PendingLine line, Policy policy) {
    return new Object[] {
      line.household(),
      line.subject(),
      line.clause(),
      line.period(),
      line.code(),
      policy.missingFact(line.code(), line.clause()),
      policy.department(line.code(), line.clause()),
      Cell.yuan(line.leastFen()),
      Cell.yuan(line.mostFen())
    };
  }

  static void actions(AssessedRows assessed, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(folder.resolve("actions.csv"), "户编号", "对象", "条款", "事项", "数值")) {
      assessed.forEachAction(
          action ->
              csv.row(
                  action.household(),
                  action.subject(),
                  action.clause(),
                  action.action(),
                  action.value()));
    }
  }
}
