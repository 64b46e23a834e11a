package bangfu.payment;

import bangfu.ledger.Months;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits for a second person, and what was released. Works in the caller's transaction. */
public final class AccountHolds {
  private static final String HOLDS =
      "select h.*, r.released_by, r.released_user, r.reason, r.released_at, r.through_line_no,"
          + " r.through_batch_no from account_hold h left join hold_release r"
          + " on r.hold_no = h.hold_no";
  private static final String NEWEST =
      " where h.hold_no = (select max(n.hold_no) from account_hold n"
          + " where n.household_no = h.household_no)";

  private final JdbcTemplate jdbc;

  public AccountHolds(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** The newest of each household; only that one counts. */
  Map<String, AccountHold> newest() {
    Map<String, AccountHold> newest = new HashMap<>();
    jdbc.query(
        HOLDS + NEWEST,
        row -> {
          AccountHold hold = hold(row);
          newest.put(hold.question().household(), hold);
        });
    return newest;
  }

  /** One of them. */
  public Optional<AccountHold> find(int number) {
    return jdbc.query(HOLDS + " where h.hold_no = ?", (row, n) -> hold(row), number).stream()
        .findFirst();
  }

  /** Holds the money of a household until a second person answers. */
  AccountHold hold(AccountQuestion question, YearMonth month, Preparation preparation) {
    Integer number =
        jdbc.queryForObject(
            "select coalesce(max(hold_no), 0) + 1 from account_hold", Integer.class);
    AccountHold hold =
        new AccountHold(number, question, month, preparation.by(), preparation.at(), null);
    jdbc.update(
        "insert into account_hold (hold_no, household_no, posting_month, codes, account,"
            + " account_name, holder_id, holder_died_on, shared_with, paid_account, run_no,"
            + " held_by, held_user, held_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        hold.number(),
        question.household(),
        Months.number(month),
        question.codes().stream().map(HoldCode::name).collect(Collectors.joining(",")),
        question.account(),
        question.accountName(),
        question.holderId(),
        question.holderDiedOn() == null ? null : Date.valueOf(question.holderDiedOn()),
        question.sharedWith(),
        question.paidAccount(),
        preparation.run(),
        preparation.by().name(),
        preparation.by().systemUser(),
        Timestamp.from(preparation.at()));
    return hold;
  }

  /**
   * Releases what waits.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException when it is released already, or
   *     by whoever held it
   */
  public void release(AccountHold hold, Actor by, String reason, Instant at) {
    jdbc.update(
        "insert into hold_release (hold_no, held_by, held_user, released_by, released_user, reason,"
            + " released_at, through_line_no, through_batch_no) select cast(? as integer),"
            + " cast(? as varchar(200)), cast(? as varchar(200)), cast(? as varchar(200)),"
            + " cast(? as varchar(200)), cast(? as varchar(1000)), cast(? as timestamp),"
            + " (select max(line_no) from ledger_line), (select max(batch_no) from payment_batch)",
        hold.number(),
        hold.heldBy().name(),
        hold.heldBy().systemUser(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at));
  }

  private static AccountHold hold(ResultSet row) throws SQLException {
    return new AccountHold(
        row.getInt("hold_no"),
        question(row),
        Months.of(row.getInt("posting_month")),
        new Actor(row.getString("held_by"), row.getString("held_user")),
        row.getTimestamp("held_at").toInstant(),
        release(row));
  }

  private static AccountQuestion question(ResultSet row) throws SQLException {
    List<HoldCode> codes =
        Arrays.stream(row.getString("codes").split(",")).map(HoldCode::valueOf).toList();
    Date died = row.getDate("holder_died_on");
    return new AccountQuestion(
        row.getString("household_no"),
        codes,
        row.getString("account"),
        row.getString("account_name"),
        row.getString("holder_id"),
        died == null ? null : died.toLocalDate(),
        row.getString("shared_with"),
        row.getString("paid_account"));
  }

  private static AccountHold.Release release(ResultSet row) throws SQLException {
    return row.getString("released_by") == null
        ? null
        : new AccountHold.Release(
            new Actor(row.getString("released_by"), row.getString("released_user")),
            row.getString("reason"),
            row.getTimestamp("released_at").toInstant(),
            row.getLong("through_line_no"),
            row.getInt("through_batch_no"));
  }
}
