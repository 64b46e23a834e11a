package bangfu.payment.answer;

import bangfu.ledger.Months;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the bank has answered of each bank file that was sent. */
public final class Answered {
  private static final String[] PARTS = {"SUCCESS", "FAILURE", "PENDING"};
  private static final String FILES = query();

  private final JdbcTemplate jdbc;

  public Answered(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** Bank rows and their sum. */
  public record Sum(long rows, long fen) {}

  /**
   * A bank file. Sent = paid + returned + pending + unanswered, in rows and in fen.
   *
   * @param returned that failed, or were given back later
   * @param toReissue those of the returned ones that nothing was done about yet
   */
  public record BankFile(
      String name,
      YearMonth month,
      Sum sent,
      Sum paid,
      Sum returned,
      Sum pending,
      Sum unanswered,
      Sum toReissue) {

    /** True when the bank has said something of every row. */
    public boolean isAnswered() {
      return unanswered.rows() == 0;
    }
  }

  private static String query() {
    StringBuilder query =
        new StringBuilder(
            "select f.file_name, f.posting_month, count(*) as sent_rows, sum(s.amount_fen) as"
                + " sent_fen");
    for (String part : PARTS) {
      part(query, part, "n.outcome = '" + part + "'");
    }
    part(query, "OPEN", "n.outcome is null");
    part(
        query,
        "REISSUE",
        "n.outcome = 'FAILURE' and not exists (select 1 from bank_row_end e"
            + " where e.detail_no = s.detail_no)");
    return query
        .append(
            " from sent_row s join bank_file f on f.file_name = s.file_name"
                + " left join newest_answer n on n.detail_no = s.detail_no where ")
        .toString();
  }

  private static void part(StringBuilder query, String name, String condition) {
    query
        .append(", coalesce(sum(case when ")
        .append(condition)
        .append(" then 1 end), 0) as ")
        .append(name)
        .append("_rows, coalesce(sum(case when ")
        .append(condition)
        .append(" then s.amount_fen end), 0) as ")
        .append(name)
        .append("_fen");
  }

  /** The files that were sent, by name; those of all months when it is null. */
  public List<BankFile> ofMonth(YearMonth month) {
    return month == null ? list("1 = 1") : list("f.posting_month = ?", Months.number(month));
  }

  /** Some files that were sent. */
  List<BankFile> files(Collection<String> names) {
    List<BankFile> files = new ArrayList<>();
    names.forEach(name -> files.addAll(list("f.file_name = ?", name)));
    return files;
  }

  private List<BankFile> list(String which, Object... values) {
    return jdbc.query(
        FILES + which + " group by f.file_name, f.posting_month order by 2, 1",
        (row, number) -> file(row),
        values);
  }

  private static BankFile file(ResultSet row) throws SQLException {
    return new BankFile(
        row.getString("file_name"),
        Months.of(row.getInt("posting_month")),
        sum(row, "SENT"),
        sum(row, "SUCCESS"),
        sum(row, "FAILURE"),
        sum(row, "PENDING"),
        sum(row, "OPEN"),
        sum(row, "REISSUE"));
  }

  private static Sum sum(ResultSet row, String name) throws SQLException {
    return new Sum(row.getLong(name + "_rows"), row.getLong(name + "_fen"));
  }
}
