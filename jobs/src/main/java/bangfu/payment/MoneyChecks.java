package bangfu.payment;

import bangfu.ledger.Months;
import bangfu.ledger.SettledLines;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must hold in the database whatever happened. Reads only. */
public final class MoneyChecks {
  private static final String LIVE =
      "not exists (select 1 from bank_row_end e where e.detail_no = b.detail_no)";

  /** The payment came back after the last posted month was closed. */
  private static final String WAITS_FOR_NEXT_RUN =
      "exists (select 1 from bank_row_end e where e.detail_no = b.detail_no"
          + " and e.posting_month > (select max(posting_month) from posted_month))";

  private static final String REVERSED =
      "exists (select 1 from reversal v where v.original_line_no = l.line_no)";

  /** Each account with the first batch that paid into it. */
  private static final String ACCOUNTS_OF_HOUSEHOLDS_WITH_SEVERAL =
      "(select r.household_no, r.account, min(f.payment_batch) as first_batch from bank_row r"
          + " join bank_file f on f.file_name = r.file_name where r.household_no in"
          + " (select m.household_no from bank_row m group by m.household_no"
          + " having count(distinct m.account) > 1) group by r.household_no, r.account)";

  /**
   * A payment that was sent before the batch {@code p} was prepared, and never came back: there was
   * an account to compare with.
   */
  private static final String PAID_BEFORE =
      "(select 1 from bank_row e join bank_file g on g.file_name = e.file_name"
          + " join payment_batch q on q.batch_no = g.payment_batch"
          + " left join batch_dispatch d on d.batch_no = q.batch_no"
          + " where e.household_no = a.household_no and q.batch_no < a.first_batch"
          + " and (not q.needs_approval or d.sent_at < p.prepared_at)"
          + " and not exists (select 1 from bank_row_end x where x.detail_no = e.detail_no)"
          + " and not exists (select 1 from bank_answer z where z.detail_no = e.detail_no"
          + " and z.outcome = 'FAILURE'))";

  /** For each check how many rows it looks at, and the first row that breaks it. */
  private static final Map<String, String[]> CHECKS = new LinkedHashMap<>();

  static {
    check(
        "NUMBERS",
        "select count(distinct posting_month) from ledger_line",
        "select min(line_no) from ledger_line group by posting_month having count(*) <>"
            + " max(line_no) - posting_month * cast(10000000 as bigint) or min(line_no) <>"
            + " posting_month * cast(10000000 as bigint) + 1 order by 1 limit 1");
    check(
        "REVERSALS",
        "select count(*) from ledger_line where amount_fen < 0",
        "select r.line_no from ledger_line r left join reversal v on v.line_no = r.line_no"
            + " left join ledger_line l on l.line_no = r.original_line_no where r.amount_fen < 0"
            + " and (v.line_no is null or l.line_no is null or l.amount_fen <> -r.amount_fen"
            + " or v.original_line_no <> r.original_line_no) order by 1 limit 1");
    check(
        "EVIDENCE",
        "select count(*) from ledger_line where amount_fen > 0",
        "select line_no from ledger_line where amount_fen > 0 and evidence = ''"
            + " order by 1 limit 1");
    check(
        "BANK_ROWS",
        "select count(*) from bank_row",
        "select r.detail_no from bank_row r left join (select b.detail_no, sum(l.amount_fen) fen"
            + " from bank_line b join ledger_line l on l.line_no = b.line_no group by b.detail_no)"
            + " s on s.detail_no = r.detail_no where coalesce(s.fen, 0) <> r.amount_fen"
            + " order by 1 limit 1");
    check(
        "ONE_INSTRUCTION",
        "select count(*) from bank_line",
        "select b.line_no from bank_line b where "
            + LIVE
            + " group by b.line_no having count(*) > 1 order by 1 limit 1");
    check(
        "NOTHING_LOST",
        "select count(*) from ledger_line where amount_fen > 0",
        "select l.line_no from ledger_line l where l.amount_fen > 0 and not "
            + SettledLines.IS_SETTLED
            + " and not "
            + REVERSED
            + " and not exists (select 1 from held_line h where h.line_no = l.line_no)"
            + " and not exists (select 1 from bank_line b where b.line_no = l.line_no and ("
            + LIVE
            + " or "
            + WAITS_FOR_NEXT_RUN
            + ")) order by 1 limit 1");
    check(
        "FOUR_EYES",
        "select count(*) from batch_approval",
        "select a.batch_no from batch_approval a join payment_batch p on p.batch_no = a.batch_no"
            + " where a.approved_by = p.prepared_by or a.approved_user = p.prepared_user"
            + " order by 1 limit 1");
    check(
        "RELEASES",
        "select count(*) from hold_release",
        "select r.hold_no from hold_release r left join account_hold h on h.hold_no = r.hold_no"
            + " where h.hold_no is null or r.released_by = h.held_by"
            + " or r.released_user = h.held_user order by 1 limit 1");
    check(
        "NEW_ACCOUNTS",
        "select count(distinct household_no) from bank_row",
        "select a.household_no from "
            + ACCOUNTS_OF_HOUSEHOLDS_WITH_SEVERAL
            + " a join payment_batch p on p.batch_no = a.first_batch where p.needs_approval"
            + " and p.batch_no > (select max(w.after_batch_no) from account_watch w) and exists "
            + PAID_BEFORE
            + " and not exists (select 1 from hold_release r join account_hold h"
            + " on h.hold_no = r.hold_no where h.household_no = a.household_no"
            + " and h.account = a.account and r.through_batch_no < a.first_batch)"
            + " order by 1 limit 1");
    check(
        "CLOSED",
        "select count(*) from closed_month",
        "select l.line_no from ledger_line l join closed_month c"
            + " on l.posting_month <= c.posting_month and l.line_no > c.last_line_no"
            + " order by 1 limit 1");
  }

  private MoneyChecks() {}

  private static void check(String name, String counted, String broken) {
    CHECKS.put(name, new String[] {counted, broken});
  }

  /**
   * One check.
   *
   * @param looked how many things it looked at
   * @param firstBreak the first that breaks it: a line, row, batch or month; null when all hold
   */
  public record Result(String name, long looked, String firstBreak) {}

  /** All checks, in a fixed order. */
  public static List<Result> of(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    List<Result> results = new ArrayList<>();
    CHECKS.forEach(
        (name, queries) -> {
          Long looked = jdbc.queryForObject(queries[0], Long.class);
          List<String> broken = jdbc.queryForList(queries[1], String.class);
          results.add(
              new Result(
                  name, looked == null ? 0 : looked, broken.isEmpty() ? null : broken.get(0)));
        });
    results.add(balance(source, jdbc));
    return results;
  }

  private static Result balance(DataSource source, JdbcTemplate jdbc) {
    List<Integer> months =
        jdbc.queryForList(
            "select posting_month from posted_month order by posting_month", Integer.class);
    for (int number : months) {
      YearMonth month = Months.of(number);
      if (!Balance.through(month, source).holds()) {
        return new Result("BALANCE", months.size(), month.toString());
      }
    }
    return new Result("BALANCE", months.size(), null);
  }
}
