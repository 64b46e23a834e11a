package bangfu.payment;

import bangfu.database.KeyPages;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.CodePoints;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.ledger.Payer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the lines that have not left, household by household. */
public final class OpenLines {
  /** Households of which a page holds the lines at once. */
  public static final int HOUSEHOLDS_PER_PAGE = 1000;

  private static final int FETCH_ROWS = 1000;

  private static final String IS_PAYABLE =
      "l.amount_fen > 0 and (l.payee_kind = 'HOUSEHOLD' or l.payer_level = 'UNSPECIFIED')";

  /**
   * True of an open line {@code l} as of {@code :month}, whose last number is {@code :end},
   * whatever was sent or reversed later. By its month, for H2 answers a condition on the numbers of
   * lines by going through the ledger, even when few lines are asked for by their numbers.
   */
  static final String IS_OPEN =
      IS_PAYABLE
          + " and l.posting_month <= :month and not exists (select 1 from bank_line b"
          + " where b.line_no = l.line_no and b.posting_month <= :month"
          + " and not exists (select 1 from bank_row_end e"
          + " where e.detail_no = b.detail_no and e.posting_month <= :month))"
          + " and not exists (select 1 from reversal r"
          + " where r.original_line_no = l.line_no and r.line_no <= :end)";

  /** Why the line {@code l} is held as of {@code :month}; null when nothing has held it yet. */
  static final String HOLD_CODE =
      "(select h.code from held_line h where h.line_no = l.line_no and h.posting_month ="
          + " (select max(h2.posting_month) from held_line h2"
          + " where h2.line_no = l.line_no and h2.posting_month <= :month))";

  private static final String HELD_NUMBERS =
      "select h0.line_no from held_line h0 where h0.posting_month <= :month";

  /**
   * The held lines {@code l}: far fewer than all lines, and no open line is missing after a
   * posting.
   */
  static final String HELD_LINES = "ledger_line l where l.line_no in (" + HELD_NUMBERS + ")";

  private static final String LINE =
      "select l.line_no, l.household_no, l.payer_level, l.payer_town, l.fund, l.payee_kind,"
          + " l.amount_fen, ";

  /** No run has looked at a new line yet; only what the same posting reversed is not open. */
  private static final String NEW =
      LINE
          + "null as last_code, 0 as set_off_fen, null as last_attempt, null as last_detail"
          + " from ledger_line l where l.line_no > ? and l.line_no <= ? and "
          + IS_PAYABLE
          + " and not exists (select 1 from reversal r where r.original_line_no = l.line_no)"
          + " order by l.line_no limit ?";

  /**
   * Of the lines before, only those held or freed can be open: lines of bank rows that ended, in
   * this month or, after the last one was closed, before it was posted. (With {@code + 0}, or H2
   * goes through the ledger.)
   */
  static final String EARLIER =
      LINE
          + HOLD_CODE
          + " as last_code, "
          + SetOffs.OF_LINE
          + " as set_off_fen, (select max(t.attempt) from bank_line t where t.line_no = l.line_no)"
          + " as last_attempt, (select t.detail_no from bank_line t where t.line_no = l.line_no"
          + " and t.attempt = (select max(m.attempt) from bank_line m where m.line_no = l.line_no))"
          + " as last_detail from ledger_line l where l.line_no in ("
          + HELD_NUMBERS
          + " union select b0.line_no"
          + " from bank_line b0 join bank_row_end e0 on e0.detail_no = b0.detail_no"
          + " where e0.posting_month <= :month) and l.line_no + 0 < :first and "
          + IS_OPEN
          + " order by l.household_no, l.line_no";

  private final NamedParameterJdbcTemplate jdbc;
  private final KeyPages pages;

  public OpenLines(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    this.pages = new KeyPages(source);
  }

  /**
   * Hands over the open lines in pages. To be called in the transaction that published the last
   * ones, before anybody decides about them.
   *
   * @param first the number of the first line that was published just now; those from it on are in
   *     the order of their households
   * @param page called with the lines by household number, ascending; each household is whole
   */
  void forEachPage(YearMonth month, long first, Consumer<Map<String, List<OpenLine>>> page) {
    Pages households = new Pages(page);
    try (Stream<OpenLine> earlier =
        jdbc.queryForStream(
            EARLIER, through(month).addValue("first", first), (row, number) -> line(row))) {
      PeekingLines before = new PeekingLines(earlier.iterator());
      pages.each(
          NEW,
          first - 1,
          (row, number) -> line(row),
          line -> {
            before.through(line.household(), households::add);
            households.add(line);
          },
          LineNumber.last(month));
      before.rest(households::add);
    }
    households.finish();
  }

  /** The parameters of {@link #IS_OPEN}, {@link #HOLD_CODE} and {@link #HELD_LINES}. */
  static MapSqlParameterSource through(YearMonth month) {
    return new MapSqlParameterSource("month", Months.number(month))
        .addValue("end", LineNumber.last(month));
  }

  private static OpenLine line(ResultSet row) throws SQLException {
    String lastCode = row.getString("last_code");
    return new OpenLine(
        LineNumber.text(row.getLong("line_no")),
        row.getString("household_no"),
        new Payer(
            PayerLevel.valueOf(row.getString("payer_level")),
            row.getString("payer_town"),
            row.getString("fund")),
        PayeeKind.valueOf(row.getString("payee_kind")),
        row.getLong("amount_fen"),
        row.getLong("set_off_fen"),
        lastCode == null ? null : HoldCode.valueOf(lastCode),
        row.getString("last_detail") == null ? 0 : 1 + row.getInt("last_attempt"),
        row.getString("last_detail"));
  }

  /** Some thousand lines at once, cut between two households. */
  private static final class Pages {
    private final Consumer<Map<String, List<OpenLine>>> page;
    private final Map<String, List<OpenLine>> households = new LinkedHashMap<>();

    Pages(Consumer<Map<String, List<OpenLine>>> page) {
      this.page = page;
    }

    void add(OpenLine line) {
      if (households.size() == HOUSEHOLDS_PER_PAGE && !households.containsKey(line.household())) {
        finish();
      }
      households.computeIfAbsent(line.household(), h -> new ArrayList<>()).add(line);
    }

    void finish() {
      if (!households.isEmpty()) {
        page.accept(households);
        households.clear();
      }
    }
  }

  /** Lines in the order of their households, of which the next can be seen before it is taken. */
  private static final class PeekingLines {
    private final Iterator<OpenLine> lines;
    private OpenLine next;

    PeekingLines(Iterator<OpenLine> lines) {
      this.lines = lines;
      advance();
    }

    private void advance() {
      next = lines.hasNext() ? lines.next() : null;
    }

    /** Takes those up to a household, which is included. */
    void through(String household, Consumer<OpenLine> consumer) {
      while (next != null && CodePoints.ORDER.compare(next.household(), household) <= 0) {
        consumer.accept(next);
        advance();
      }
    }

    void rest(Consumer<OpenLine> consumer) {
      while (next != null) {
        consumer.accept(next);
        advance();
      }
    }
  }
}
