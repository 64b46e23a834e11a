package bangfu.payment;

import bangfu.ledger.Months;
import bangfu.ledger.PostedMonths;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Decisions to set recoveries off, and what became of them. Works in the caller's transaction.
 *
 * <p>What is set off stays with its line: it never went to the bank, so a payment that comes back
 * gives nothing of it back. It ends when its row is withdrawn before it is sent, or when its line
 * is reversed and no payment of it stands.
 */
public final class SetOffs {
  /** True of a set-off {@code s} as of {@code :month}. */
  static final String IS_LIVE =
      "s.posting_month <= :month and not exists (select 1 from set_off_end x"
          + " where x.set_off_no = s.set_off_no and x.posting_month <= :month)";

  /** What of the line {@code l} is set off as of {@code :month}. */
  static final String OF_LINE =
      "coalesce((select sum(s.amount_fen) from set_off s where s.line_no = l.line_no and "
          + IS_LIVE
          + "), 0)";

  private static final String DECISIONS =
      "select d.decision_no, d.recovery_line_no, d.most_fen, d.most_fen_per_month, d.decided_by,"
          + " d.decided_user from set_off_decision d where not exists"
          + " (select 1 from set_off_withdrawal w where w.decision_no = d.decision_no)";

  /** True of a set-off {@code s} that was not given back, as things are now. */
  public static final String STANDS =
      "not exists (select 1 from set_off_end x where x.set_off_no = s.set_off_no)";

  private static final String UNSENT =
      "exists (select 1 from unsent_batch u where u.batch_no = s.batch_no)";

  private static final String LOST =
      "select s.set_off_no, s.amount_fen, d.recovery_line_no, case when "
          + UNSENT
          + " then 0 else 1 end as counted from set_off s"
          + " join set_off_decision d on d.decision_no = s.decision_no where "
          + STANDS
          + " and (("
          + UNSENT
          + " and exists (select 1 from bank_row_end e where e.detail_no = s.detail_no))"
          + " or (exists (select 1 from reversal v where v.original_line_no = s.line_no)"
          + " and not exists (select 1 from bank_line b where b.line_no = s.line_no and not exists"
          + " (select 1 from bank_row_end e where e.detail_no = b.detail_no))))"
          + " order by s.set_off_no";

  private static final String OF_BATCH =
      "select d.recovery_line_no, sum(s.amount_fen) from set_off s"
          + " join set_off_decision d on d.decision_no = s.decision_no where s.batch_no = ? and "
          + STANDS
          + " group by d.recovery_line_no order by d.recovery_line_no";

  private final DataSource source;
  private final JdbcTemplate jdbc;

  public SetOffs(DataSource source) {
    this.source = source;
    this.jdbc = new JdbcTemplate(source);
  }

  /** The decisions that were not withdrawn, the oldest recovery first. */
  public List<SetOffDecision> inForce() {
    return jdbc.query(DECISIONS + " order by d.recovery_line_no", (row, number) -> decision(row));
  }

  /** The decision about a recovery that was not withdrawn. */
  public Optional<SetOffDecision> inForce(long recoveryNo) {
    return jdbc
        .query(DECISIONS + " and d.recovery_line_no = ?", (row, n) -> decision(row), recoveryNo)
        .stream()
        .findFirst();
  }

  private static SetOffDecision decision(ResultSet row) throws SQLException {
    return new SetOffDecision(
        row.getInt("decision_no"),
        row.getLong("recovery_line_no"),
        new SetOffDecision.Most(
            row.getObject("most_fen", Long.class), row.getObject("most_fen_per_month", Long.class)),
        new Actor(row.getString("decided_by"), row.getString("decided_user")));
  }

  /**
   * Keeps a decision; whoever calls has checked that it may be taken.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException when the recovery is not
   *     decided, or by the same person or system account
   */
  public void decide(
      long recoveryNo, SetOffDecision.Most most, Actor by, String reason, Instant at) {
    jdbc.update(
        "insert into set_off_decision (decision_no, recovery_line_no, claim_event_no, claimed_by,"
            + " claimed_user, most_fen, most_fen_per_month, decided_by, decided_user, reason,"
            + " decided_at) select (select coalesce(max(decision_no), 0) + 1"
            + " from set_off_decision), e.line_no, e.event_no, e.done_by, e.done_user,"
            + " cast(? as bigint), cast(? as bigint), cast(? as varchar(200)),"
            + " cast(? as varchar(200)), cast(? as varchar(1000)), cast(? as timestamp)"
            + " from recovery_event e where e.line_no = ? and e.kind = 'DECIDED'",
        most.fen(),
        most.fenPerMonth(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at),
        recoveryNo);
  }

  /** Batches that are prepared from now on set nothing off by this decision. */
  public void withdraw(SetOffDecision decision, Actor by, String reason, Instant at) {
    jdbc.update(
        "insert into set_off_withdrawal (decision_no, withdrawn_by, withdrawn_user, reason,"
            + " withdrawn_at) values (?, ?, ?, ?, ?)",
        decision.number(),
        by.name(),
        by.systemUser(),
        reason,
        Timestamp.from(at));
  }

  /** Counts what a batch sets off as collected: it is sent, or counts as sent. */
  public void collect(int batch, Actor by, Instant at) {
    jdbc.query(OF_BATCH, (row, number) -> new long[] {row.getLong(1), row.getLong(2)}, batch)
        .forEach(
            part -> add(part[0], Recoveries.Step.SET_OFF, part[1], by, "批次" + batch + "抵扣", at));
  }

  /**
   * Ends the set-offs whose money did not reach its household this way after all: the recoveries
   * are open again by as much.
   *
   * @param month in which this counts
   */
  public void endLost(YearMonth month, Actor by, Instant at) {
    Map<Long, Long> restored = new TreeMap<>();
    for (Object[] lost : lost()) {
      jdbc.update(
          "insert into set_off_end (set_off_no, posting_month, ended_by, ended_user, ended_at)"
              + " values (?, ?, ?, ?, ?)",
          lost[0],
          Months.number(month),
          by.name(),
          by.systemUser(),
          Timestamp.from(at));
      if ((int) lost[3] > 0) {
        restored.merge((Long) lost[2], (Long) lost[1], Math::addExact);
      }
    }
    restored.forEach(
        (recovery, fen) -> add(recovery, Recoveries.Step.RESTORED, fen, by, "抵扣退回", at));
  }

  private List<Object[]> lost() {
    return jdbc.query(
        LOST,
        (row, number) ->
            new Object[] {row.getInt(1), row.getLong(2), row.getLong(3), row.getInt(4)});
  }

  /** Shown from the first month on that is not posted, as every step of a recovery. */
  private void add(
      long recovery, Recoveries.Step step, long fen, Actor by, String reason, Instant at) {
    YearMonth shownFrom = new PostedMonths(source).last().plusMonths(1);
    new Recoveries(source).add(recovery, step, fen, shownFrom, by, reason, at);
  }
}
