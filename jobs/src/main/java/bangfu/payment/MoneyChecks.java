package bangfu.payment;

import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.ledger.PostedMonths;
import bangfu.ledger.SettledLines;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What must hold in the database whatever happened. Reads only. */
public final class MoneyChecks {
  private static final String NOT_ENDED =
      "not exists (select 1 from bank_row_end e where e.detail_no = b.detail_no)";

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

  /** In how many places the money of a line is, as of the last posted month. */
  private static final String PLACES =
      one(
              "exists (select 1 from bank_line b where b.line_no = l.line_no and not exists"
                  + " (select 1 from bank_row_end e where e.detail_no = b.detail_no"
                  + " and e.posting_month <= :month))")
          + " + "
          + one(
              SettledLines.IS_SETTLED
                  + " and not ("
                  + REVERSED
                  + " and not exists (select 1 from recovery c where c.original_line_no ="
                  + " l.line_no))")
          + " + "
          + one(
              "exists (select 1 from held_line h where h.line_no = l.line_no) and "
                  + OpenLines.IS_OPEN);

  private static final String OWED =
      "exists (select 1 from recovery r where r.original_line_no = l.line_no and "
          + Recoveries.IS_OWED
          + ")";

  private static final String OF_RECOVERY =
      "s.decision_no in (select n.decision_no from set_off_decision n"
          + " where n.recovery_line_no = d.recovery_line_no)";

  /** True of a set-off {@code s} whose batch is sent. */
  private static final String IS_COUNTED =
      "not exists (select 1 from unsent_batch u where u.batch_no = s.batch_no)";

  private static final String LINES = " between :firstLine and :lastLine";

  private static final String MONTHS = " between :firstMonth and :lastMonth";

  private static final YearMonth NEVER = YearMonth.of(1, 1);

  /**
   * A check.
   *
   * @param counted how many rows it looks at
   * @param broken the first row that breaks it
   * @param shown what people call that row
   */
  private record Check(String name, String counted, String broken, UnaryOperator<String> shown) {}

  private static final List<Check> CHECKS =
      List.of(
          ofLines(
              "NUMBERS",
              "select count(distinct posting_month) from ledger_line where line_no" + LINES,
              "select min(line_no) from ledger_line where line_no"
                  + LINES
                  + " group by posting_month having count(*) <>"
                  + " max(line_no) - posting_month * cast(10000000 as bigint) or min(line_no) <>"
                  + " posting_month * cast(10000000 as bigint) + 1 order by 1 limit 1"),
          ofLines(
              "REVERSALS",
              "select count(*) from ledger_line where amount_fen < 0 and line_no" + LINES,
              "select r.line_no from ledger_line r left join reversal v on v.line_no = r.line_no"
                  + " left join ledger_line l on l.line_no = r.original_line_no"
                  + " where r.amount_fen < 0 and r.line_no"
                  + LINES
                  + " and (v.line_no is null or l.line_no is null or l.amount_fen <> -r.amount_fen"
                  + " or v.original_line_no <> r.original_line_no) order by 1 limit 1"),
          ofLines(
              "EVIDENCE",
              "select count(*) from ledger_line where amount_fen > 0 and line_no" + LINES,
              "select line_no from ledger_line where amount_fen > 0 and evidence = ''"
                  + " and line_no"
                  + LINES
                  + " order by 1 limit 1"),
          new Check(
              "BANK_ROWS",
              "select count(*) from bank_row r join bank_file f on f.file_name = r.file_name"
                  + " where f.posting_month"
                  + MONTHS,
              "select r.detail_no from bank_row r join bank_file f on f.file_name = r.file_name"
                  + " left join (select b.detail_no, sum(l.amount_fen) fen,"
                  + " sum(b.set_off_fen) set_off_fen"
                  + " from bank_line b join ledger_line l on l.line_no = b.line_no"
                  + " group by b.detail_no) s on s.detail_no = r.detail_no"
                  + " where (coalesce(s.fen, 0) <> r.amount_fen"
                  + " or coalesce(s.set_off_fen, 0) <> r.set_off_fen) and f.posting_month"
                  + MONTHS
                  + " order by 1 limit 1",
              UnaryOperator.identity()),
          ofLines(
              "SET_OFF",
              "select count(*) from set_off where line_no" + LINES,
              "select line_no from (select b.line_no from bank_line b left join (select s.line_no,"
                  + " sum(s.amount_fen) as fen from set_off s where "
                  + SetOffs.STANDS
                  + " group by s.line_no) t on t.line_no = b.line_no where "
                  + NOT_ENDED
                  + " and b.set_off_fen <> coalesce(t.fen, 0) union select s.line_no from set_off s"
                  + " join set_off_decision d on d.decision_no = s.decision_no"
                  + " left join recovery r on r.line_no = d.recovery_line_no"
                  + " left join ledger_line o on o.line_no = r.original_line_no"
                  + " join ledger_line l on l.line_no = s.line_no where "
                  + SetOffs.STANDS
                  + " and (o.line_no is null or o.household_no <> l.household_no"
                  + " or o.payer_level <> l.payer_level or o.payer_town <> l.payer_town"
                  + " or o.fund <> l.fund or o.payee_kind <> 'HOUSEHOLD')) wrong"
                  + " where line_no"
                  + LINES
                  + " order by 1 limit 1"),
          ofLines(
              "SET_OFF_DECISIONS",
              "select count(*) from set_off_decision",
              "select d.recovery_line_no from set_off_decision d join recovery r"
                  + " on r.line_no = d.recovery_line_no"
                  + " join ledger_line o on o.line_no = r.original_line_no"
                  + " left join recovery_event e on e.line_no = d.recovery_line_no"
                  + " and e.event_no = d.claim_event_no and e.kind = 'DECIDED'"
                  + " and e.done_by = d.claimed_by and e.done_user = d.claimed_user"
                  + " where e.line_no is null or d.decided_by = d.claimed_by"
                  + " or d.decided_user = d.claimed_user or "
                  + setOffOf("s.decision_no = d.decision_no", "")
                  + " > d.most_fen or (d.most_fen_per_month is not null and exists (select 1"
                  + " from set_off s where s.decision_no = d.decision_no and "
                  + SetOffs.STANDS
                  + " group by s.posting_month having sum(s.amount_fen) > d.most_fen_per_month)) or "
                  + setOffOf(OF_RECOVERY, " and " + IS_COUNTED)
                  + " <> "
                  + events("SET_OFF")
                  + " - "
                  + events("RESTORED")
                  + " or "
                  + setOffOf(OF_RECOVERY, " and not (" + IS_COUNTED + ")")
                  + " + "
                  + events("COLLECTED")
                  + " + "
                  + events("WAIVED")
                  + " + "
                  + events("SET_OFF")
                  + " - "
                  + events("RESTORED")
                  + " > o.amount_fen order by 1 limit 1"),
          ofLines(
              "ONE_INSTRUCTION",
              "select count(*) from bank_line where line_no" + LINES,
              "select b.line_no from bank_line b where "
                  + NOT_ENDED
                  + " and b.line_no"
                  + LINES
                  + " group by b.line_no having count(*) > 1 order by 1 limit 1"),
          ofLines(
              "ONE_PLACE",
              "select count(*) from ledger_line where amount_fen > 0 and line_no" + LINES,
              "select l.line_no from ledger_line l where l.amount_fen > 0 and l.line_no"
                  + LINES
                  + " and "
                  + PLACES
                  + " <> "
                  + one("not " + REVERSED)
                  + " + "
                  + one(OWED)
                  + " order by 1 limit 1"),
          new Check(
              "FOUR_EYES",
              "select count(*) from batch_approval a join payment_batch p"
                  + " on p.batch_no = a.batch_no where p.posting_month"
                  + MONTHS,
              "select a.batch_no from batch_approval a join payment_batch p"
                  + " on p.batch_no = a.batch_no where (a.approved_by = p.prepared_by"
                  + " or a.approved_user = p.prepared_user) and p.posting_month"
                  + MONTHS
                  + " order by 1 limit 1",
              UnaryOperator.identity()),
          new Check(
              "RELEASES",
              "select count(*) from hold_release",
              "select r.hold_no from hold_release r left join account_hold h"
                  + " on h.hold_no = r.hold_no where h.hold_no is null"
                  + " or r.released_by = h.held_by or r.released_user = h.held_user"
                  + " order by 1 limit 1",
              UnaryOperator.identity()),
          new Check(
              "NEW_ACCOUNTS",
              "select count(distinct r.household_no) from bank_row r join bank_file f"
                  + " on f.file_name = r.file_name where f.posting_month"
                  + MONTHS,
              "select a.household_no from "
                  + ACCOUNTS_OF_HOUSEHOLDS_WITH_SEVERAL
                  + " a join payment_batch p on p.batch_no = a.first_batch where p.needs_approval"
                  + " and p.posting_month"
                  + MONTHS
                  + " and p.batch_no > (select max(w.after_batch_no) from account_watch w)"
                  + " and exists "
                  + PAID_BEFORE
                  + " and not exists (select 1 from hold_release r join account_hold h"
                  + " on h.hold_no = r.hold_no where h.household_no = a.household_no"
                  + " and h.account = a.account and r.through_batch_no < a.first_batch)"
                  + " order by 1 limit 1",
              UnaryOperator.identity()),
          ofLines(
              "CLOSED",
              "select count(*) from closed_month where posting_month" + MONTHS,
              "select l.line_no from ledger_line l join closed_month c"
                  + " on l.posting_month <= c.posting_month and l.line_no > c.last_line_no"
                  + " where l.line_no"
                  + LINES
                  + " order by 1 limit 1"));

  private MoneyChecks() {}

  private static Check ofLines(String name, String counted, String broken) {
    return new Check(name, counted, broken, line -> LineNumber.text(Long.parseLong(line)));
  }

  /** What stands of some set-offs {@code s}, in fen. */
  private static String setOffOf(String which, String and) {
    return "(select coalesce(sum(s.amount_fen), 0) from set_off s where "
        + which
        + " and "
        + SetOffs.STANDS
        + and
        + ")";
  }

  /** What the events of a kind of the recovery of {@code d} come to. */
  private static String events(String kind) {
    return "(select coalesce(sum(v.amount_fen), 0) from recovery_event v"
        + " where v.line_no = d.recovery_line_no and v.kind = '"
        + kind
        + "')";
  }

  private static String one(String condition) {
    return "(case when " + condition + " then 1 else 0 end)";
  }

  /**
   * One check.
   *
   * @param looked how many things it looked at
   * @param firstBreak the first that breaks it, as people call it: a line, row, batch, month or
   *     file; null when all hold
   */
  public record Result(String name, long looked, String firstBreak) {}

  /**
   * All checks, in a fixed order.
   *
   * @param only a month, to look only at its lines, bank files and batches; null = at all months
   */
  public static List<Result> of(DataSource source, YearMonth only) {
    YearMonth last = new PostedMonths(source).last();
    NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(source);
    MapSqlParameterSource range = OpenLines.through(last == null ? NEVER : last);
    range.addValue("firstLine", only == null ? 0 : LineNumber.before(only));
    range.addValue("lastLine", only == null ? Long.MAX_VALUE : LineNumber.last(only));
    range.addValue("firstMonth", only == null ? 0 : Months.number(only));
    range.addValue("lastMonth", only == null ? Integer.MAX_VALUE : Months.number(only));
    List<Result> results = new ArrayList<>();
    for (Check check : CHECKS) {
      Long looked = jdbc.queryForObject(check.counted(), range, Long.class);
      List<String> broken = jdbc.queryForList(check.broken(), range, String.class);
      results.add(
          new Result(
              check.name(),
              looked == null ? 0 : looked,
              broken.isEmpty() ? null : check.shown().apply(broken.get(0))));
    }
    results.add(balance(source, jdbc, range));
    return results;
  }

  private static Result balance(
      DataSource source, NamedParameterJdbcTemplate jdbc, MapSqlParameterSource range) {
    List<Integer> months =
        jdbc.queryForList(
            "select posting_month from posted_month where posting_month"
                + MONTHS
                + " order by posting_month",
            range,
            Integer.class);
    for (int number : months) {
      YearMonth month = Months.of(number);
      if (!Balance.through(month, source).holds()) {
        return new Result("BALANCE", months.size(), month.toString());
      }
    }
    return new Result("BALANCE", months.size(), null);
  }
}
