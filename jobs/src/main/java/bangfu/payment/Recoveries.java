package bangfu.payment;

import bangfu.engine.claim.PayeeKind;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The recoveries of the register and what became of them. Works in the caller's transaction. */
public final class Recoveries {
  private static final int FETCH_ROWS = 1000;

  /**
   * True of a recovery {@code r} as of {@code :month}: nothing is to be got back of a payment that
   * the bank gave back and that is not paid again.
   */
  static final String IS_OWED =
      "(not exists (select 1 from bank_line p where p.line_no = r.original_line_no)"
          + " or exists (select 1 from bank_line b where b.line_no = r.original_line_no"
          + " and not exists (select 1 from bank_row_end e"
          + " where e.detail_no = b.detail_no and e.posting_month <= :month)))";

  private static final String QUERY =
      "select r.line_no, r.original_line_no, l.household_no, l.clause, l.amount_fen, l.payee_kind,"
          + sum("COLLECTED")
          + " +"
          + sum("SET_OFF")
          + " -"
          + sum("RESTORED")
          + " as collected_fen,"
          + sum("WAIVED")
          + " as waived_fen, (select coalesce(sum(s.amount_fen), 0) from set_off_decision d"
          + " join set_off s on s.decision_no = d.decision_no"
          + " join unsent_batch u on u.batch_no = s.batch_no"
          + " where d.recovery_line_no = r.line_no and "
          + SetOffs.STANDS
          + ") as prepared_fen,"
          + events("count(*)", "DECIDED")
          + " as decisions from recovery r join ledger_line l on l.line_no = r.original_line_no"
          + " where r.line_no <= :end and "
          + IS_OWED;

  private final NamedParameterJdbcTemplate jdbc;

  public Recoveries(DataSource source) {
    this.jdbc = new NamedParameterJdbcTemplate(source);
    this.jdbc.getJdbcTemplate().setFetchSize(FETCH_ROWS);
  }

  /** What happens to a recovery, as it is kept. */
  public enum Step {
    DECIDED,
    COLLECTED,
    WAIVED,
    /** Collected by set-off against a payment that was sent. */
    SET_OFF,
    /** A set-off that was given back. */
    RESTORED
  }

  /** The open ones as a month's files show them, by number. */
  public void open(YearMonth month, Consumer<Recovery> each) {
    jdbc.query(
        QUERY + " order by r.line_no",
        through(month),
        row -> {
          Recovery recovery = recovery(row);
          if (recovery.state().isOpen()) {
            each.accept(recovery);
          }
        });
  }

  /** One of them, open or not, as a month's files show it. */
  public Optional<Recovery> find(long lineNo, YearMonth month) {
    return jdbc
        .query(
            QUERY + " and r.line_no = :line",
            through(month).addValue("line", lineNo),
            (row, number) -> recovery(row))
        .stream()
        .findFirst();
  }

  /**
   * Keeps a step; whoever calls has checked that it may be taken.
   *
   * @param shownFrom the first month whose files show it
   * @param recovery number of the reversing line
   * @param amountFen what came back, is waived or given back; of a decision, the whole sum
   */
  public void add(
      long recovery,
      Step step,
      long amountFen,
      YearMonth shownFrom,
      Actor by,
      String reason,
      Instant at) {
    jdbc.getJdbcTemplate()
        .update(
            "insert into recovery_event (line_no, event_no, kind, amount_fen, done_by, done_user,"
                + " reason, done_at, posting_month) select cast(? as bigint),"
                + " coalesce(max(e.event_no), 0) + 1, cast(? as varchar(10)), cast(? as bigint),"
                + " cast(? as varchar(200)), cast(? as varchar(200)), cast(? as varchar(1000)),"
                + " cast(? as timestamp), cast(? as integer)"
                + " from recovery_event e where e.line_no = ?",
            recovery,
            step.name(),
            amountFen,
            by.name(),
            by.systemUser(),
            reason,
            Timestamp.from(at),
            Months.number(shownFrom),
            recovery);
  }

  /** Who decided a recovery. */
  public Actor decider(long recovery) {
    return jdbc.getJdbcTemplate()
        .queryForObject(
            "select done_by, done_user from recovery_event where line_no = ? and kind = 'DECIDED'",
            (row, number) -> new Actor(row.getString(1), row.getString(2)),
            recovery);
  }

  private static MapSqlParameterSource through(YearMonth month) {
    return new MapSqlParameterSource("end", LineNumber.last(month))
        .addValue("month", Months.number(month));
  }

  private static String sum(String kind) {
    return events("coalesce(sum(e.amount_fen), 0)", kind);
  }

  private static String events(String what, String kind) {
    return " (select "
        + what
        + " from recovery_event e where e.line_no = r.line_no and e.posting_month <= :month"
        + " and e.kind = '"
        + kind
        + "')";
  }

  private static Recovery recovery(ResultSet row) throws SQLException {
    return new Recovery(
        row.getLong("line_no"),
        row.getLong("original_line_no"),
        row.getString("household_no"),
        row.getString("clause"),
        row.getLong("amount_fen"),
        row.getLong("collected_fen"),
        row.getLong("waived_fen"),
        row.getLong("prepared_fen"),
        row.getInt("decisions") > 0,
        PayeeKind.valueOf(row.getString("payee_kind")) == PayeeKind.HOUSEHOLD);
  }
}
