package bangfu.payment;

import bangfu.ledger.SettledLines;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The sums behind the identity ledger = bank + settlement + held + set-off − recoveries, each
 * cumulated through a month, in fen. Every sum has its own source: bank is what the bank rows say,
 * not what the lines behind them say. Set-off is what of lines goes to no bank because it pays a
 * recovery.
 */
public record Balance(
    long ledgerFen,
    long bankFen,
    long settlementFen,
    long heldFen,
    long setOffFen,
    long recoveriesFen) {
  private static final String LEDGER =
      "select sum(l.amount_fen), sum(case when "
          + SettledLines.IS_SETTLED
          + " then l.amount_fen end) from ledger_line l where l.line_no <= :end";
  private static final String BANK =
      "select sum(r.amount_fen - r.set_off_fen) from bank_row r join bank_file f on f.file_name = r.file_name"
          + " where f.posting_month <= :month and not exists (select 1 from bank_row_end e"
          + " where e.detail_no = r.detail_no and e.posting_month <= :month)";

  /** Settled lines that were reversed before they left. */
  private static final String CANCELLED =
      "select sum(l.amount_fen) from reversal v join ledger_line l on l.line_no = v.original_line_no"
          + " where v.line_no <= :end and "
          + SettledLines.IS_SETTLED
          + " and not exists (select 1 from recovery r where r.line_no = v.line_no)";

  static final String HELD =
      "select sum(l.amount_fen - "
          + SetOffs.OF_LINE
          + ") from "
          + OpenLines.HELD_LINES
          + " and "
          + OpenLines.IS_OPEN;
  private static final String SET_OFF =
      "select sum(s.amount_fen) from set_off s where " + SetOffs.IS_LIVE;
  private static final String RECOVERIES =
      "select sum(l.amount_fen) from recovery r join ledger_line l on l.line_no = r.original_line_no"
          + " where r.line_no <= :end and "
          + Recoveries.IS_OWED;

  /** The sums through a month, included. */
  public static Balance through(YearMonth month, DataSource source) {
    NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(source);
    MapSqlParameterSource through = OpenLines.through(month);
    long[] ledger =
        jdbc.queryForObject(
            LEDGER, through, (row, number) -> new long[] {row.getLong(1), row.getLong(2)});
    return new Balance(
        ledger[0],
        fen(jdbc, BANK, through),
        ledger[1] - fen(jdbc, CANCELLED, through),
        fen(jdbc, HELD, through),
        fen(jdbc, SET_OFF, through),
        fen(jdbc, RECOVERIES, through));
  }

  private static long fen(
      NamedParameterJdbcTemplate jdbc, String query, MapSqlParameterSource through) {
    Long fen = jdbc.queryForObject(query, through, Long.class);
    return fen == null ? 0 : fen;
  }

  /** True when no fen is missing and none is counted twice. */
  public boolean holds() {
    return ledgerFen == bankFen + settlementFen + heldFen + setOffFen - recoveriesFen;
  }
}
