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

  private static final int NUMBER = 0;
  private static final int MONTH = 1;
  private static final int PAYER_LEVEL = 11;
  private static final int PAYEE_KIND = 14;
  private static final int AMOUNT = 16;
  private static final int ORIGINAL = 17;
  private static final int REASON = 18;

  /** What a query on ledger_line, there called {@code l}, selects for {@link #cells}. */
  public static final String SELECTED =
      "l.line_no, l.posting_month, l.household_no, l.town, l.village, l.subject, l.subject_name,"
          + " l.clause, l.title, l.period, l.accrued_on, l.payer_level, l.payer_town, l.fund,"
          + " l.payee_kind, l.payee, l.amount_fen, l.original_line_no, l.reason, l.correction";

  private LedgerColumns() {}

  public static String[] headers() {
    return HEADERS.clone();
  }

  /** The cells of the row at the cursor, whose first columns are {@link #SELECTED}. */
  public static Object[] cells(ResultSet row) throws SQLException {
    return cells(row, 0);
  }

  /**
   * As {@link #cells(ResultSet)}.
   *
   * @param before columns in front of them
   */
  public static Object[] cells(ResultSet row, int before) throws SQLException {
    Object[] cells = new Object[HEADERS.length];
    for (int i = 0; i < cells.length; i++) {
      int column = before + i + 1;
      cells[i] =
          switch (i) {
            case NUMBER -> LineNumber.text(row.getLong(column));
            case MONTH -> Months.of(row.getInt(column));
            case ORIGINAL -> original(row.getLong(column));
            case AMOUNT -> Yuan.format(row.getLong(column));
            default -> row.getString(column);
          };
    }
    cells[PAYER_LEVEL] = PayerLevel.valueOf((String) cells[PAYER_LEVEL]).label();
    cells[PAYEE_KIND] = PayeeKind.valueOf((String) cells[PAYEE_KIND]).label();
    cells[REASON] = Reason.valueOf((String) cells[REASON]).label();
    return cells;
  }

  private static String original(long number) {
    return number == 0 ? null : LineNumber.text(number);
  }
}
