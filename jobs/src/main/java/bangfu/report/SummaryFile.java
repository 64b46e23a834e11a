package bangfu.report;

import bangfu.engine.claim.PayerLevel;
import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import bangfu.table.SortedRows;
import bangfu.table.Yuan;
import java.nio.file.Path;

/** {@code summary.csv}: money by clause, payer and fund; what a director asks first. */
final class SummaryFile {
  /**
   * Households and persons with a non-zero net this month; a person's identity number has 18
   * characters.
   */
  private static final String SUMS =
      """
      select k.clause, k.payer_level, k.payer_town, k.fund,
        sum(case when k.net_month <> 0 and k.kind = 'H' then 1 else 0 end) households,
        sum(case when k.net_month <> 0 and k.kind = 'P' then 1 else 0 end) persons,
        sum(case when k.kind = 'H' then k.net_month else 0 end) month_fen,
        sum(case when k.kind = 'H' then k.net_before else 0 end) before_fen,
        sum(case when k.kind = 'H' then k.net_year else 0 end) year_fen
      from (
        select 'H' kind, clause, payer_level, payer_town, fund, household_no who,
          sum(case when posting_month = ? then amount_fen else 0 end) net_month,
          sum(case when posting_month = ? then amount_fen else 0 end) net_before,
          sum(case when posting_month >= ? then amount_fen else 0 end) net_year
        from ledger_line where posting_month <= ? and (posting_month >= ? or posting_month = ?)
        group by clause, payer_level, payer_town, fund, household_no
        union all
        select 'P' kind, clause, payer_level, payer_town, fund, subject who,
          sum(case when posting_month = ? then amount_fen else 0 end) net_month, 0 net_before, 0 net_year
        from ledger_line where posting_month <= ? and (posting_month >= ? or posting_month = ?)
          and length(subject) = 18
        group by clause, payer_level, payer_town, fund, subject
      ) k
      group by k.clause, k.payer_level, k.payer_town, k.fund
      """;

  private SummaryFile() {}

  static void write(Queries queries, Policy policy, Month month, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("summary.csv"),
            "条款",
            "项目",
            "付款层级",
            "付款镇街代码",
            "资金代码",
            "户数",
            "人数",
            "本月金额",
            "上月金额",
            "本年累计")) {
      int now = month.number();
      int before = month.previous();
      int year = month.firstOfYear();
      SortedRows rows = new SortedRows(5);
      queries.each(
          SUMS,
          row ->
              rows.add(
                  row.getString("clause"),
                  policy.title(row.getString("clause")),
                  PayerLevel.valueOf(row.getString("payer_level")).label(),
                  row.getString("payer_town"),
                  row.getString("fund"),
                  row.getLong("households"),
                  row.getLong("persons"),
                  Yuan.format(row.getLong("month_fen")),
                  Yuan.format(row.getLong("before_fen")),
                  Yuan.format(row.getLong("year_fen"))),
          now,
          before,
          year,
          now,
          year,
          before,
          now,
          now,
          year,
          before);
      rows.writeTo(csv);
    }
  }
}
