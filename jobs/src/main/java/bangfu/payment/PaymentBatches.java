package bangfu.payment;

import bangfu.ledger.Months;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The batches of the register. Works in the caller's transaction. */
public final class PaymentBatches {
  private static final String BATCHES =
      "select b.batch_no, b.posting_month, b.first_line_no, b.last_line_no, b.needs_approval,"
          + " b.prepared_by, b.prepared_user, a.approved_by, d.sent_by"
          + " from payment_batch b left join batch_approval a on a.batch_no = b.batch_no"
          + " left join batch_dispatch d on d.batch_no = b.batch_no";

  private final DataSource source;
  private final JdbcTemplate jdbc;

  public PaymentBatches(DataSource source) {
    this.source = source;
    this.jdbc = new JdbcTemplate(source);
  }

  /** The batches of a month, by number. */
  public List<PaymentBatch> of(YearMonth month) {
    return jdbc.query(
        BATCHES + " where b.posting_month = ? order by b.batch_no",
        (row, number) -> batch(row),
        Months.number(month));
  }

  /** The batches through a month that are not sent, by number. */
  public List<PaymentBatch> unsentThrough(YearMonth month) {
    return jdbc.query(
        BATCHES
            + " join unsent_batch u on u.batch_no = b.batch_no"
            + " where b.posting_month <= ? order by b.batch_no",
        (row, number) -> batch(row),
        Months.number(month));
  }

  /** The batches of a year that are approved, or count as sent, by number. */
  List<PaymentBatch> committedIn(int year) {
    return jdbc.query(
        BATCHES
            + " where b.posting_month >= ? and b.posting_month <= ?"
            + " and (not b.needs_approval or a.batch_no is not null) order by b.batch_no",
        (row, number) -> batch(row),
        Months.number(YearMonth.of(year, 1)),
        Months.number(YearMonth.of(year, 12)));
  }

  private static PaymentBatch batch(ResultSet row) throws SQLException {
    boolean needsApproval = row.getBoolean("needs_approval");
    PaymentBatch.State approved =
        row.getString("approved_by") == null
            ? PaymentBatch.State.PREPARED
            : PaymentBatch.State.APPROVED;
    boolean sent = !needsApproval || row.getString("sent_by") != null;
    return new PaymentBatch(
        row.getInt("batch_no"),
        Months.of(row.getInt("posting_month")),
        row.getLong("first_line_no"),
        row.getLong("last_line_no"),
        needsApproval,
        new Actor(row.getString("prepared_by"), row.getString("prepared_user")),
        sent ? PaymentBatch.State.SENT : approved);
  }

  /**
   * Begins a batch.
   *
   * @param firstLineNo of the lines it numbered; greater than the last when there are none
   * @return its number
   */
  int prepare(YearMonth month, long firstLineNo, long lastLineNo, Preparation preparation) {
    int number = 1 + number("select coalesce(max(batch_no), 0) from payment_batch");
    jdbc.update(
        "insert into payment_batch (batch_no, posting_month, first_line_no, last_line_no, run_no,"
            + " needs_approval, prepared_by, prepared_user, prepared_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number,
        Months.number(month),
        firstLineNo,
        lastLineNo,
        preparation.run(),
        needsApproval(preparation.by()),
        preparation.by().name(),
        preparation.by().systemUser(),
        Timestamp.from(preparation.at()));
    return number;
  }

  /**
   * True when what is prepared by somebody needs approval: he gives his name, or somebody did
   * before.
   */
  boolean needsApproval(Actor preparer) {
    return !preparer.name().isEmpty()
        || number("select count(*) from payment_batch where needs_approval") > 0;
  }

  /**
   * Approves a batch.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException when it is approved already, or
   *     by whoever prepared it
   */
  public void approve(PaymentBatch batch, Actor by, String reason, Instant at) {
    jdbc.update(
        "insert into batch_approval (batch_no, prepared_by, prepared_user, approved_by,"
            + " approved_user, reason, approved_at) values (?, ?, ?, ?, ?, ?, ?)",
        batch.number(),
        batch.preparer().name(),
        batch.preparer().systemUser(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at));
  }

  /**
   * Sends an approved batch: from now on its money has left, and what it sets off is collected.
   *
   * @param manifestSha256 of the manifest in the folder that is handed over
   * @throws org.springframework.dao.DataIntegrityViolationException when it is sent already, or not
   *     approved
   */
  public void send(PaymentBatch batch, Actor by, String reason, String manifestSha256, Instant at) {
    jdbc.update(
        "insert into batch_dispatch (batch_no, sent_by, sent_user, reason, sent_at,"
            + " manifest_sha256) values (?, ?, ?, ?, ?, ?)",
        batch.number(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at),
        manifestSha256);
    new SetOffs(source).collect(batch.number(), by, at);
  }

  private int number(String query) {
    Integer number = jdbc.queryForObject(query, Integer.class);
    return number == null ? 0 : number;
  }
}
