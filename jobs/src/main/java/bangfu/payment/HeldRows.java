package bangfu.payment;

import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.CodePoints;
import bangfu.ledger.Months;
import bangfu.ledger.Payer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the money that waits, oldest first. */
public final class HeldRows {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** When the line was prepared, or its last payment ended. */
  static final String QUERY =
      "select l.household_no, l.posting_month, l.fund, l.payer_level, l.payer_town, l.amount_fen - "
          + SetOffs.OF_LINE
          + " as waiting_fen, "
          + OpenLines.HOLD_CODE
          + " as code, (select max(p.prepared_at) from payment_batch p"
          + " where p.first_line_no <= l.line_no and p.last_line_no >= l.line_no) as prepared_at,"
          + " (select max(e.ended_at) from bank_line b join bank_row_end e"
          + " on e.detail_no = b.detail_no where b.line_no = l.line_no) as ended_at from "
          + OpenLines.HELD_LINES
          + " and "
          + OpenLines.IS_OPEN
          + " order by l.line_no";

  private static final Comparator<HeldRow> OLDEST_FIRST =
      Comparator.comparing(HeldRow::since)
          .thenComparing(HeldRow::month)
          .thenComparing(HeldRow::household, CodePoints.ORDER);

  private final NamedParameterJdbcTemplate jdbc;
  private final AccountHolds holds;

  public HeldRows(DataSource source) {
    this.jdbc = new NamedParameterJdbcTemplate(source);
    this.holds = new AccountHolds(source);
  }

  /** The rows as of a posted month. */
  public List<HeldRow> through(YearMonth month) {
    Map<String, AccountHold> newest = holds.newest();
    Map<HeldRow, Long> sums = new LinkedHashMap<>();
    jdbc.query(
        QUERY,
        OpenLines.through(month),
        row -> {
          sums.merge(row(row, newest), row.getLong("waiting_fen"), Math::addExact);
        });
    List<HeldRow> rows = new ArrayList<>();
    sums.values().removeIf(fen -> fen == 0); // set off, all of it
    sums.forEach((row, fen) -> rows.add(withAmount(row, fen)));
    rows.sort(OLDEST_FIRST);
    return rows;
  }

  /** Without its amount, so that lines of one row are equal. */
  private static HeldRow row(ResultSet row, Map<String, AccountHold> newest) throws SQLException {
    String household = row.getString("household_no");
    HoldCode code = HoldCode.valueOf(row.getString("code"));
    AccountHold hold = newest.get(household);
    boolean asked = hold != null && hold.question().code() == code;
    YearMonth month = Months.of(row.getInt("posting_month"));
    return new HeldRow(
        since(row, month),
        household,
        month,
        new Payer(
            PayerLevel.valueOf(row.getString("payer_level")),
            row.getString("payer_town"),
            row.getString("fund")),
        0,
        code,
        asked ? hold : null);
  }

  private static LocalDate since(ResultSet row, YearMonth month) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    Timestamp since = ended == null ? row.getTimestamp("prepared_at") : ended;
    return since == null ? month.atDay(1) : LocalDate.ofInstant(since.toInstant(), CHINA);
  }

  private static HeldRow withAmount(HeldRow row, long fen) {
    return new HeldRow(
        row.since(), row.household(), row.month(), row.payer(), fen, row.code(), row.hold());
  }
}
