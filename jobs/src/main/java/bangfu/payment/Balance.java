package bangfu.payment;

import bangfu.ledger.Months;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sums behind the identity ledger = bank + settlement + held − recoveries, each cumulated
 * through a month, in fen. Every sum has its own source: bank is what the bank rows say, not what
 * the lines behind them say.
 */
public record Balance(
    long ledgerFen, long bankFen, long settlementFen, long heldFen, long recoveriesFen) {
  private static final String LEDGER =
      "select sum(amount_fen) from ledger_line where posting_month <= :month";
  private static final String BANK =
      "select sum(r.amount_fen) from bank_row r join bank_file f on f.file_name = r.file_name"
          + " where f.posting_month <= :month";
  private static final String SETTLEMENT =
      "select sum(l.amount_fen) from sent_line s join ledger_line l on l.line_no = s.line_no"
          + " where s.detail_no is null and s.posting_month <= :month";
  private static final String HELD =
      "select sum(l.amount_fen) from " + OpenLines.HELD_LINES + " and " + OpenLines.IS_OPEN;
  private static final String RECOVERIES =
      "select -sum(r.amount_fen) from ledger_line r join sent_line s"
          + " on s.line_no = r.original_line_no where r.original_line_no > ''"
          + " and r.posting_month <= :month";

  /** The sums through a month, included. */
  public static Balance through(YearMonth month, DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    return new Balance(
        fen(jdbc, LEDGER, month),
        fen(jdbc, BANK, month),
        fen(jdbc, SETTLEMENT, month),
        fen(jdbc, HELD, month),
        fen(jdbc, RECOVERIES, month));
  }

  private static long fen(JdbcClient jdbc, String query, YearMonth month) {
    return jdbc.sql(query)
        .param("month", Months.number(month))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** True when no fen is missing and none is counted twice. */
  public boolean holds() {
    return ledgerFen == bankFen + settlementFen + heldFen - recoveriesFen;
  }
}
