package bangfu.report;

import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code households.csv} and {@code eligibility.csv}. */
final class HouseholdFiles {
  private static final String SUMS =
      """
      select l.household_no, a.head_name, a.town, a.village,
        coalesce(p.items, 0) items,
        sum(case when l.posting_month = ? and l.payee_kind = 'HOUSEHOLD' then l.amount_fen else 0 end) m1,
        sum(case when l.posting_month = ? and l.payee_kind = 'SCHOOL' then l.amount_fen else 0 end) m2,
        sum(case when l.posting_month = ? and l.payee_kind in ('MEDICAL_INSURER', 'ACCIDENT_INSURER')
          then l.amount_fen else 0 end) m3,
        sum(case when l.posting_month = ? and l.payee_kind in ('SERVICE_ORGANISATION', 'INSTITUTION')
          then l.amount_fen else 0 end) m4,
        sum(case when l.posting_month >= ? and l.payee_kind = 'HOUSEHOLD' then l.amount_fen else 0 end) y1,
        sum(case when l.posting_month >= ? and l.payee_kind = 'SCHOOL' then l.amount_fen else 0 end) y2,
        sum(case when l.posting_month >= ? and l.payee_kind in ('MEDICAL_INSURER', 'ACCIDENT_INSURER')
          then l.amount_fen else 0 end) y3,
        sum(case when l.posting_month >= ? and l.payee_kind in ('SERVICE_ORGANISATION', 'INSTITUTION')
          then l.amount_fen else 0 end) y4
      from ledger_line l
      left join assessed_household a on a.household_no = l.household_no
      left join (select household_no, count(*) items from assessed_pending group by household_no) p
        on p.household_no = l.household_no
      where l.posting_month <= ?
      group by l.household_no, a.head_name, a.town, a.village, p.items
      order by l.household_no
      """;

  private HouseholdFiles() {}

  static void households(Queries queries, Month month, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("households.csv"),
            "户编号",
            "户主姓名",
            "镇街代码",
            "村居代码",
            "本月现金",
            "本月减免",
            "本月代缴",
            "本月服务经费",
            "本年现金",
            "本年减免",
            "本年代缴",
            "本年服务经费",
            "待核实项数")) {
      int now = month.number();
      int year = month.firstOfYear();
      queries.each(
          SUMS, row -> csv.row(household(row)), now, now, now, now, year, year, year, year, now);
    }
  }

  private static Object[] household(ResultSet row) throws SQLException {
    Object[] cells = new Object[13];
    for (int i = 0; i < 4; i++) {
      cells[i] = row.getString(i + 1);
    }
    for (int i = 0; i < 8; i++) {
      cells[4 + i] = Yuan.format(row.getLong(6 + i));
    }
    cells[12] = row.getLong("items");
    return cells;
  }

  static void eligibility(Queries queries, Path folder) {
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
