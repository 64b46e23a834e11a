package bangfu.payment.answer;

import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.payment.Actor;
import bangfu.payment.BatchRefusedException;
import bangfu.payment.BatchRefusedException.Why;
import bangfu.payment.HoldCode;
import bangfu.payment.SetOffs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Payments that the bank gave back, and what is done about them. Works in the caller's transaction.
 */
public final class ReturnedRows {
  private static final String RETURNED =
      "select p.detail_no, (select min(d.recovery_line_no) from bank_line b join recovery c"
          + " on c.original_line_no = b.line_no join set_off_decision d"
          + " on d.recovery_line_no = c.line_no join set_off s on s.decision_no = d.decision_no"
          + " where b.detail_no = p.detail_no and "
          + SetOffs.STANDS
          + ") as recovery_no"
          + " from sent_row p join returned_row t on t.detail_no = p.detail_no"
          + " join bank_file f on f.file_name = p.file_name"
          + " where not exists (select 1 from bank_row_end e where e.detail_no = p.detail_no)";

  private static final String AFTER =
      "select r.household_no, r.amount_fen - r.set_off_fen as amount_fen,"
          + " (select max(n.detail_no) from bank_line n where n.after_detail_no = r.detail_no)"
          + " as next_no, (select max(h.code) from bank_line b"
          + " join held_line h on h.line_no = b.line_no and h.posting_month ="
          + " (select max(h2.posting_month) from held_line h2 where h2.line_no = h.line_no)"
          + " where b.detail_no = r.detail_no and not exists (select 1 from reversal v"
          + " where v.original_line_no = b.line_no)) as code from bank_row r where r.detail_no = ?";

  private final DataSource source;
  private final JdbcTemplate jdbc;

  public ReturnedRows(DataSource source) {
    this.source = source;
    this.jdbc = new JdbcTemplate(source);
  }

  /**
   * What became of a payment that was given back.
   *
   * @param nextNo 明细流水号 of the payment that takes its place; null when none does yet
   * @param held why none does; null when the next run looks at it, or nothing of it is owed any
   *     more
   */
  public record Fate(
      String detailNo, String household, long amountFen, String nextNo, HoldCode held) {}

  /**
   * The payments that wait for a decision, by number. Not those whose line was reversed and whose
   * recovery other payments have paid a part of: the money that came back pays the rest.
   *
   * @param month in which they were prepared; null = any
   * @param only these; empty = all
   * @throws BatchRefusedException when there is none, or one of {@code only} is not among them
   */
  public List<String> waiting(YearMonth month, Collection<String> only) {
    Map<String, Long> returned = returned(month);
    for (String number : only) {
      if (!returned.containsKey(number)) {
        throw new BatchRefusedException(Why.NOT_RETURNED, number);
      }
      if (returned.get(number) != null) {
        throw new BatchRefusedException(Why.SET_OFF, number, LineNumber.text(returned.get(number)));
      }
    }
    List<String> waiting =
        returned.keySet().stream()
            .filter(number -> returned.get(number) == null)
            .filter(number -> only.isEmpty() || only.contains(number))
            .toList();
    if (waiting.isEmpty()) {
      throw new BatchRefusedException(Why.NOTHING_RETURNED, month == null ? "" : month.toString());
    }
    return waiting;
  }

  /** By number; with the recovery that is set off, or null. */
  private Map<String, Long> returned(YearMonth month) {
    Map<String, Long> returned = new TreeMap<>();
    RowCallbackHandler each =
        row -> returned.put(row.getString(1), row.getObject("recovery_no", Long.class));
    if (month == null) {
      jdbc.query(RETURNED, each);
    } else {
      jdbc.query(RETURNED + " and f.posting_month = ?", each, Months.number(month));
    }
    return returned;
  }

  /**
   * Who decides about payments that came back.
   *
   * @param month in which the decision counts: open, or the first after the last closed one
   */
  public record Ending(YearMonth month, Actor by, String reason, Instant at) {}

  /** Ends payments, so that their lines can be paid again. */
  public void reissue(Collection<String> details, Ending ending) {
    end(details, "REISSUED", ending);
  }

  /** Ends payments for good: their lines stay held, whatever the register says later. */
  public void writeOff(Collection<String> details, Ending ending) {
    end(details, "WRITTENOFF", ending);
    Integer month = Months.number(ending.month());
    for (String number : details) {
      jdbc.update(
          "delete from held_line where posting_month = ? and line_no in"
              + " (select b.line_no from bank_line b where b.detail_no = ?)",
          month,
          number);
      jdbc.update(
          "insert into held_line (line_no, posting_month, code) select b.line_no,"
              + " cast(? as integer), 'WRITTEN_OFF' from bank_line b where b.detail_no = ?",
          month,
          number);
    }
  }

  private void end(Collection<String> details, String kind, Ending ending) {
    jdbc.batchUpdate(
        "insert into bank_row_end (detail_no, posting_month, kind, ended_by, ended_user, reason,"
            + " ended_at) values (?, ?, ?, ?, ?, ?, ?)",
        details.stream()
            .map(
                number ->
                    new Object[] {
                      number,
                      Months.number(ending.month()),
                      kind,
                      ending.by().name(),
                      ending.by().systemUser(),
                      ending.reason(),
                      Timestamp.from(ending.at())
                    })
            .toList());
    new SetOffs(source).endLost(ending.month(), ending.by(), ending.at());
  }

  /** What became of payments that ended. */
  public List<Fate> fates(Collection<String> details) {
    return details.stream()
        .map(number -> jdbc.queryForObject(AFTER, (row, n) -> fate(number, row), number))
        .toList();
  }

  private static Fate fate(String number, ResultSet row) throws SQLException {
    String next = row.getString("next_no");
    String code = row.getString("code");
    return new Fate(
        number,
        row.getString("household_no"),
        row.getLong("amount_fen"),
        next,
        next != null || code == null ? null : HoldCode.valueOf(code));
  }
}
