package bangfu.report;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.table.Yuan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The columns of {@code ledger.csv}, shared by every file and screen that shows ledger lines. */
public final class LedgerCsv {
  private static final Map<String, String> REASONS =
      Map.of("REGULAR", "正常", "ARREARS", "补发", "REVERSAL", "冲销");

  private static final String[] HEADERS = {
    "流水号", "过账月份", "户编号", "镇街代码", "村居代码", "对象", "姓名", "条款", "项目", "归属期间", "发生日期", "付款层级", "付款镇街代码",
    "资金代码", "收款类别", "收款方", "金额", "原流水号", "原因", "更正原因"
  };

  private LedgerCsv() {}

  public static String[] headers() {
    return HEADERS.clone();
  }

  /** The cells of a row of table ledger_line. */
  public static Object[] cells(ResultSet row) throws SQLException {
    String month = row.getString("posting_month");
    return new Object[] {
      row.getString("line_no"),
      month.substring(0, 4) + '-' + month.substring(4),
      row.getString("household_no"),
      row.getString("town"),
      row.getString("village"),
      row.getString("subject"),
      row.getString("subject_name"),
      row.getString("clause"),
      row.getString("title"),
      row.getString("period"),
      row.getDate("accrued_on").toLocalDate(),
      PayerLevel.valueOf(row.getString("payer_level")).label(),
      row.getString("payer_town"),
      row.getString("fund"),
      PayeeKind.valueOf(row.getString("payee_kind")).label(),
      row.getString("payee"),
      Yuan.format(row.getLong("amount_fen")),
      row.getString("original_line_no"),
      REASONS.get(row.getString("reason")),
      row.getString("correction")
    };
  }
}
