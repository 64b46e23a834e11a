package bangfu.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which months were posted, and what the register knew then. */
public final class PostedMonths {
  private final JdbcClient jdbc;

  public PostedMonths(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  /**
   * False once a later month was posted or this one was closed: then it posts and sends nothing any
   * more.
   */
  public boolean isOpen(YearMonth month) {
    return jdbc.sql(
                "select (select count(*) from posted_month where posting_month > ?)"
                    + " + (select count(*) from closed_month where posting_month >= ?)")
            .params(Months.number(month), Months.number(month))
            .query(Integer.class)
            .single()
        == 0;
  }

  /** The newest delivery that the month's last posting knew; empty for a month never posted. */
  public Optional<Integer> knownDelivery(YearMonth month) {
    return jdbc.sql("select known_delivery from posted_month where posting_month = ?")
        .param(Months.number(month))
        .query(Integer.class)
        .optional();
  }

  /** The last posted month; null before the first posting. */
  public YearMonth last() {
    return jdbc.sql("select max(posting_month) from posted_month")
        .query(Integer.class)
        .optional()
        .map(Months::of)
        .orElse(null);
  }

  /** The months up to one, included, that were posted, in their order. */
  List<YearMonth> through(YearMonth month) {
    return jdbc.sql("select posting_month from posted_month where posting_month <= ? order by 1")
        .param(Months.number(month))
        .query((row, number) -> Months.of(row.getInt(1)))
        .list();
  }

  /** The number of a month's last line; of the place before its first when it has none. */
  public long lastLine(YearMonth month) {
    return jdbc.sql(
            "select line_no from ledger_line where line_no > ? and line_no <= ?"
                + " order by line_no desc fetch first row only")
        .params(LineNumber.before(month), LineNumber.last(month))
        .query(Long.class)
        .optional()
        .orElse(LineNumber.before(month));
  }

  void record(YearMonth month, int knownDelivery, int runNo) {
    int known =
        jdbc.sql("update posted_month set known_delivery = ?, run_no = ? where posting_month = ?")
            .params(knownDelivery, runNo, Months.number(month))
            .update();
    if (known == 0) {
      jdbc.sql("insert into posted_month (posting_month, known_delivery, run_no) values (?, ?, ?)")
          .params(Months.number(month), knownDelivery, runNo)
          .update();
    }
  }
}
