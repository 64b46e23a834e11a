package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.table.Yuan;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns of ledger.csv, for every file and screen that shows ledger lines. */
public final class LedgerColumns {
  private static final String[] HEADERS = {
    "流水号", "过账月份", "户编号", "镇街代码", "村居代码", "对象", "姓名", "条款", "项目", "归属期间", "发生日期", "付款层级", "付款镇街代码",
    "资金代码", "收款类别", "收款方", "金额", "原流水号", "原因", "更正原因"
  };

  /** What a query on ledger_line, there called {@code l}, selects for {@link #cells}. */
  public static final String SELECTED =
      "l.line_no, l.posting_month, l.household_no, l.town, l.village, l.subject, l.subject_name,"
          + " l.clause, l.title, l.period, l.accrued_on, l.payer_level, l.payer_town, l.fund,"
          + " l.payee_kind, l.payee, l.amount_fen, l.original_line_no, l.reason, l.correction";

  private LedgerColumns() {}

  public static String[] headers() {
    return HEADERS.clone();
  }

  /** The cells of the row at the cursor. */
  public static Object[] cells(ResultSet row) throws SQLException {
    return new Object[] {
      row.getString("line_no"),
      Months.of(row.getInt("posting_month")),
      row.getString("household_no"),
      row.getString("town"),
      row.getString("village"),
      row.getString("subject"),
      row.getString("subject_name"),
      row.getString("clause"),
      row.getString("title"),
      row.getString("period"),
      row.getString("accrued_on"),
      PayerLevel.valueOf(row.getString("payer_level")).label(),
      row.getString("payer_town"),
      row.getString("fund"),
      PayeeKind.valueOf(row.getString("payee_kind")).label(),
      row.getString("payee"),
      Yuan.format(row.getLong("amount_fen")),
      row.getString("original_line_no"),
      Reason.valueOf(row.getString("reason")).label(),
      row.getString("correction")
    };
  }
}
