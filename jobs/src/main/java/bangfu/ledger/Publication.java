package bangfu.ledger;

import java.time.YearMonth;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers the staged lines and makes them part of the ledger. It works page by page inside the
 * database, so that memory does not depend on how many lines a month has.
 */
public final class Publication {
  private static final int LINES_PER_PAGE = 10_000;

  /** 流水号 has seven digits. */
  private static final long MOST_LINES_OF_A_MONTH = 9_999_999;

  private static final String LAST_KEY_OF_PAGE =
      "select sort_key from (select sort_key from staged_line where sort_key > :after"
          + " order by sort_key limit "
          + LINES_PER_PAGE
          + ") page order by sort_key desc limit 1";

  private static final String PUBLISH_PAGE =
      "insert into ledger_line (line_no, posting_month, "
          + LineColumns.NAMES
          + ") select cast(:prefix as varchar(7))"
          + " || lpad(cast(cast(:numbered as bigint) + row_number() over (order by sort_key)"
          + " as varchar(7)), 7, '0'), cast(:month as integer), "
          + LineColumns.NAMES
          + " from staged_line where sort_key > :after and sort_key <= :last";

  private final JdbcClient jdbc;
  private final PostedMonths months;
  private final Staging staging;

  public Publication(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.months = new PostedMonths(source);
    this.staging = new Staging(source);
  }

  /**
   * Publishes what is staged, in key order after the month's existing lines, and empties the
   * staging. A month before the last posted one publishes nothing. To be called once a run, in the
   * transaction that also decides what is sent.
   *
   * @param knownDelivery the newest delivery that the run knew
   * @return lines published
   * @throws IllegalStateException without a transaction, or when the month has more lines than
   *     numbers
   */
  public long publish(YearMonth month, int knownDelivery, int runNo) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("expected a transaction around the publication");
    }
    long published = 0;
    if (months.isOpen(month)) {
      published = number(month);
      months.record(month, knownDelivery, runNo);
    }
    staging.clear();
    return published;
  }

  private long number(YearMonth month) {
    long before = count("select count(*) from ledger_line where posting_month = ?", month);
    long staged = jdbc.sql("select count(*) from staged_line").query(Long.class).single();
    if (before + staged > MOST_LINES_OF_A_MONTH) {
      throw new IllegalStateException(
          "expected at most "
              + MOST_LINES_OF_A_MONTH
              + " lines in "
              + month
              + ", but was "
              + staged);
    }
    long published = 0;
    byte[] after = {};
    for (Optional<byte[]> last = lastKey(after); last.isPresent(); last = lastKey(after)) {
      published += publishPage(month, before + published, after, last.get());
      after = last.get();
    }
    return published;
  }

  private long count(String query, YearMonth month) {
    return jdbc.sql(query).param(Months.number(month)).query(Long.class).single();
  }

  private Optional<byte[]> lastKey(byte[] after) {
    return jdbc.sql(LAST_KEY_OF_PAGE).param("after", after).query(byte[].class).optional();
  }

  private int publishPage(YearMonth month, long numbered, byte[] after, byte[] last) {
    return jdbc.sql(PUBLISH_PAGE)
        .param("prefix", Months.number(month) + "-")
        .param("numbered", numbered)
        .param("month", Months.number(month))
        .param("after", after)
        .param("last", last)
        .update();
  }
}
