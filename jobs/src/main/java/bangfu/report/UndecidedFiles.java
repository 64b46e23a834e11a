package bangfu.report;

import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import bangfu.table.SortedRows;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
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
  static void pending(Queries queries, Policy policy, Set<String> undecided, Path folder) {
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
      queries.each(
          "select distinct household_no, subject, clause, period, code, least_fen, most_fen"
              + " from assessed_pending order by household_no",
          row -> {
            if (!row.getString("household_no").equals(household[0])) {
              ofHousehold.writeTo(csv);
              household[0] = row.getString("household_no");
            }
            ofHousehold.add(pending(row, policy));
          });
      ofHousehold.writeTo(csv);
    }
  }

  private static Object[] pending(ResultSet row, Policy policy) throws SQLException {
    String clause = row.getString("clause");
    String code = row.getString("code");
    return new Object[] {
      row.getString("household_no"),
      row.getString("subject"),
      clause,
      row.getString("period"),
      code,
      policy.missingFact(code, clause),
      policy.department(code, clause),
      Cell.yuan(row, "least_fen"),
      Cell.yuan(row, "most_fen")
    };
  }

  static void actions(Queries queries, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(folder.resolve("actions.csv"), "户编号", "对象", "条款", "事项", "数值")) {
      queries.each(
          "select * from assessed_action order by household_no, subject, clause, action, action_value",
          row ->
              csv.row(
                  row.getString("household_no"),
                  row.getString("subject"),
                  row.getString("clause"),
                  row.getString("action"),
                  row.getString("action_value")));
    }
  }
}
