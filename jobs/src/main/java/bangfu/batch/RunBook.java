package bangfu.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Our own register of runs. A run that did not complete is resumed by the next start of the same
 * command; a completed one is followed by a new number.
 */
final class RunBook {
  private final JdbcClient jdbc;
  private final Clock clock;

  RunBook(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /** The number of the run to resume, or a new one. */
  int open(YearMonth month, String inputHash) {
    int number = month.getYear() * 100 + month.getMonthValue();
    return jdbc.sql(
            "select run_no from month_run where posting_month = ? and input_hash = ? and status = 'RUNNING'"
                + " order by run_no desc limit 1")
        .params(number, inputHash)
        .query(Integer.class)
        .optional()
        .orElseGet(() -> insert(number, inputHash));
  }

  private int insert(int month, String inputHash) {
    int next =
        jdbc.sql("select coalesce(max(run_no), 0) + 1 from month_run")
            .query(Integer.class)
            .single();
    jdbc.sql(
            "insert into month_run (run_no, posting_month, input_hash, status, started_at)"
                + " values (?, ?, ?, 'RUNNING', ?)")
        .params(next, month, inputHash, Timestamp.from(clock.instant()))
        .update();
    return next;
  }

  void complete(int run) {
    jdbc.sql("update month_run set status = 'COMPLETED', ended_at = ? where run_no = ?")
        .params(Timestamp.from(clock.instant()), run)
        .update();
  }
}
