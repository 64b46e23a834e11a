package bangfu.payment;

import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A payment of which less went to the bank than its lines come to, for the rest pays recoveries.
 *
 * @param detailNo 明细流水号
 * @param month in which it was prepared
 * @param amountFen 应发: the sum of its lines
 * @param setOffFen 抵扣: greater than 0, at most the amount
 * @param lines numbers of its lines, ascending
 * @param recoveries 追回号 of what the rest pays, by number
 * @param sent false while its batch waits
 */
public record ReducedPayment(
    String detailNo,
    YearMonth month,
    long amountFen,
    long setOffFen,
    List<String> lines,
    List<String> recoveries,
    boolean sent) {
  private static final String QUERY =
      "select distinct r.detail_no, b.posting_month, r.amount_fen, r.set_off_fen,"
          + " case when exists (select 1 from unsent_batch u where u.batch_no = b.batch_no)"
          + " then 0 else 1 end as sent from bank_row r join bank_line b"
          + " on b.detail_no = r.detail_no where r.set_off_fen > 0 and r.household_no = ?"
          + " and not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)"
          + " order by 2, 1";

  private static final String LINES =
      "select b.line_no from bank_line b where b.detail_no = ? order by 1";

  private static final String RECOVERIES =
      "select distinct d.recovery_line_no from bank_line b join set_off s on s.line_no = b.line_no"
          + " join set_off_decision d on d.decision_no = s.decision_no where b.detail_no = ?"
          + " and "
          + SetOffs.STANDS
          + " order by 1";

  /** Those of a household that stand, by month and number. */
  public static List<ReducedPayment> of(String household, DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    return jdbc.query(QUERY, (row, number) -> payment(row, jdbc), household);
  }

  private static ReducedPayment payment(ResultSet row, JdbcTemplate jdbc) throws SQLException {
    String detailNo = row.getString("detail_no");
    return new ReducedPayment(
        detailNo,
        Months.of(row.getInt("posting_month")),
        row.getLong("amount_fen"),
        row.getLong("set_off_fen"),
        numbers(LINES, detailNo, jdbc),
        numbers(RECOVERIES, detailNo, jdbc),
        row.getInt("sent") > 0);
  }

  private static List<String> numbers(String query, String detailNo, JdbcTemplate jdbc) {
    return jdbc.queryForList(query, Long.class, detailNo).stream().map(LineNumber::text).toList();
  }

  /** 实发: what goes to the bank. */
  public long paidFen() {
    return amountFen - setOffFen;
  }
}
