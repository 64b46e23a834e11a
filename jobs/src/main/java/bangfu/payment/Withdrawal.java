package bangfu.payment;

import bangfu.ledger.Months;
import java.sql.Timestamp;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes back bank rows whose money has not left, or came back. Works in the caller's transaction.
 */
final class Withdrawal {
  private static final String AFTER_REVERSALS =
      "insert into bank_row_end (detail_no, posting_month, kind, ended_by, ended_user, reason,"
          + " ended_at) select distinct b.detail_no, cast(? as integer), 'WITHDRAWN', cast(? as"
          + " varchar(200)), cast(? as varchar(200)), '冲销', cast(? as timestamp)"
          + " from reversal v join bank_line b on b.line_no = v.original_line_no"
          + " where v.line_no > ? and v.line_no <= ?"
          + " and not exists (select 1 from bank_row_end e where e.detail_no = b.detail_no)"
          + " and (exists (select 1 from unsent_batch u where u.batch_no = b.batch_no)"
          + " or exists (select 1 from returned_row r where r.detail_no = b.detail_no))";

  private final JdbcTemplate jdbc;

  Withdrawal(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /**
   * Withdraws the rows that hold a line which one of these lines reversed; their other lines are
   * open again.
   *
   * @param before number before the first reversing line
   * @param last number of the last one, included
   */
  void afterReversals(long before, long last, YearMonth month, Preparation preparation) {
    jdbc.update(
        AFTER_REVERSALS,
        Months.number(month),
        preparation.by().name(),
        preparation.by().systemUser(),
        Timestamp.from(preparation.at()),
        before,
        last);
  }
}
