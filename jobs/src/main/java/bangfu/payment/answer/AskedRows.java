package bangfu.payment.answer;

import bangfu.payment.profile.AnswerRow;
import bangfu.payment.profile.Outcome;
import bangfu.payment.profile.PaymentField;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds the bank rows that an answer speaks of, by what the bank gives back of a payment. */
final class AskedRows {
  private static final int ROWS_PER_QUERY = 1000;
  private static final String FOUND =
      "select r.detail_no, r.file_name, r.account, r.amount_fen - r.set_off_fen as amount_fen, n.outcome, n.answered_on,"
          + " coalesce(n.answer_no, 0) as answers,"
          + " (select count(*) from sent_row s where s.detail_no = r.detail_no) as sent,"
          + " (select count(*) from bank_row_end e where e.detail_no = r.detail_no) as ended,"
          + " (select count(*) from bank_answer a where a.detail_no = r.detail_no"
          + " and a.file_sha256 = :file) as heard"
          + " from bank_row r left join newest_answer n on n.detail_no = r.detail_no"
          + " where r.detail_no in (:numbers)";

  /** A file's rows are counted as they were sent: without those that were withdrawn before. */
  private static final String PLACES =
      "select detail_no from sent_row where file_name = :batch order by row_no";

  private final NamedParameterJdbcTemplate jdbc;

  AskedRows(DataSource source) {
    this.jdbc = new NamedParameterJdbcTemplate(source);
  }

  /** The rows by the reference that the answer has; none for a reference that finds nothing. */
  Map<String, AskedRow> of(ReadAnswer answer) {
    Map<String, String> numbers = numbers(answer);
    Map<String, AskedRow> byNumber = new HashMap<>();
    List<String> all = numbers.values().stream().distinct().toList();
    for (int from = 0; from < all.size(); from += ROWS_PER_QUERY) {
      List<String> page = all.subList(from, Math.min(all.size(), from + ROWS_PER_QUERY));
      find(page, answer.sha256()).forEach(row -> byNumber.put(row.detailNo(), row));
    }
    Map<String, AskedRow> found = new HashMap<>();
    numbers.forEach(
        (reference, number) ->
            byNumber.computeIfPresent(
                number,
                (key, row) -> {
                  found.put(reference, row);
                  return row;
                }));
    return found;
  }

  private Map<String, String> numbers(ReadAnswer answer) {
    Map<String, String> numbers = new HashMap<>();
    if (answer.profile().reference() == PaymentField.ROW_NO) {
      List<String> places =
          jdbc.queryForList(
              PLACES, new MapSqlParameterSource("batch", answer.batch()), String.class);
      for (int place = 1; place <= places.size(); place++) {
        numbers.put(Integer.toString(place), places.get(place - 1));
      }
      numbers.keySet().retainAll(answer.rows().stream().map(AnswerRow::reference).toList());
    } else {
      answer.rows().forEach(row -> numbers.put(row.reference(), row.reference()));
    }
    return numbers;
  }

  private List<AskedRow> find(Collection<String> numbers, String file) {
    return jdbc.query(
        FOUND,
        new MapSqlParameterSource("numbers", numbers).addValue("file", file),
        (row, number) -> row(row));
  }

  private static AskedRow row(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    Date on = row.getDate("answered_on");
    return new AskedRow(
        row.getString("detail_no"),
        row.getString("file_name"),
        row.getString("account"),
        row.getLong("amount_fen"),
        row.getInt("sent") > 0,
        row.getInt("ended") > 0,
        row.getInt("answers"),
        outcome == null ? null : Outcome.valueOf(outcome),
        on == null ? null : on.toLocalDate(),
        row.getInt("heard") > 0);
  }
}
