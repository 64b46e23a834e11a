package bangfu.batch;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Our own register of runs. A run that did not complete is resumed by the next start of the same
 * command; a completed one is followed by a new number. To be used by whoever holds the run lock.
 */
final class RunBook {
  private final JdbcClient jdbc;
  private final Clock clock;

  RunBook(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /** What a run is about. */
  enum Kind {
    RUN,
    IMPORT,
    ASSESS,
    /** Posts outside the monthly run. */
    CORRECTION
  }

  /**
   * What tells runs apart.
   *
   * @param month null for an import
   * @param asOf day of the delivery it brings; null without one
   * @param inputHash of what it was given
   * @param policyPack hash of the pack that decides; empty = the policy of the program, or none
   */
  record Identity(Kind kind, YearMonth month, LocalDate asOf, String inputHash, String policyPack) {
    Integer monthNumber() {
      return month == null ? null : month.getYear() * 100 + month.getMonthValue();
    }
  }

  /** What a completed run left. */
  record Result(long lines, long amountFen, long heldFen, boolean defects, String manifestHash) {
    /** Of a run that posts nothing. */
    static Result of(boolean defects) {
      return new Result(0, 0, 0, defects, null);
    }
  }

  /** The number of the run to resume, or a new one. */
  int open(Identity identity, String command) {
    int run = unfinished(identity);
    if (run == 0) {
      return insert(identity, command);
    }
    jdbc.sql("update job_run set status = 'RUNNING', command = ?, ended_at = null where run_no = ?")
        .params(command, run)
        .update();
    return run;
  }

  private int unfinished(Identity identity) {
    return jdbc.sql(
            "select coalesce(max(run_no), 0) from job_run where status <> 'COMPLETED' and kind = ?"
                + " and coalesce(posting_month, 0) = ? and input_hash = ?")
        .params(
            identity.kind().name(),
            identity.month() == null ? 0 : identity.monthNumber(),
            identity.inputHash())
        .query(Integer.class)
        .single();
  }

  private int insert(Identity identity, String command) {
    int next =
        jdbc.sql("select coalesce(max(run_no), 0) + 1 from job_run").query(Integer.class).single();
    jdbc.sql(
            "insert into job_run (run_no, kind, posting_month, as_of, input_hash, command, status,"
                + " started_at, policy_pack) values (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?)")
        .param(next)
        .param(identity.kind().name())
        .param(identity.monthNumber())
        .param(identity.asOf() == null ? null : Date.valueOf(identity.asOf()))
        .param(identity.inputHash())
        .param(command)
        .param(now())
        .param(identity.policyPack().isEmpty() ? null : identity.policyPack())
        .update();
    return next;
  }

  /** Keeps who asked for a correction, and why. */
  void note(int run, Correction correction, String loginUser) {
    jdbc.sql(
            "insert into correction_run (run_no, operator, login_user, reason, noted_at)"
                + " select cast(? as integer), cast(? as varchar(200)), cast(? as varchar(200)),"
                + " cast(? as varchar(1000)), cast(? as timestamp)"
                + " where not exists (select 1 from correction_run where run_no = ?)")
        .params(run, correction.operator(), loginUser, correction.reason(), now(), run)
        .update();
  }

  void complete(int run, Result result) {
    jdbc.sql(
            "update job_run set status = 'COMPLETED', ended_at = ?, line_count = ?, amount_fen = ?,"
                + " held_fen = ?, defects = ?, manifest_sha256 = ? where run_no = ?")
        .params(
            now(),
            result.lines(),
            result.amountFen(),
            result.heldFen(),
            result.defects(),
            result.manifestHash(),
            run)
        .update();
  }

  void fail(int run) {
    jdbc.sql("update job_run set status = 'FAILED', ended_at = ? where run_no = ?")
        .params(now(), run)
        .update();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
