package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which lines have left: their batch was sent, and what was paid did not come back. As conditions
 * of queries, for some lines; as an object, for a whole range of lines: asked line by line, a
 * ledger of millions is slow.
 */
public final class SentLines {
  /** True of a row {@code b} of bank_line that pays its line, as things are now. */
  private static final String PAYS =
      "not exists (select 1 from bank_row_end e where e.detail_no = b.detail_no)"
          + " and not exists (select 1 from returned_row r where r.detail_no = b.detail_no)"
          + " and not exists (select 1 from unsent_batch u where u.batch_no = b.batch_no)";

  /** True of a line, {@code l} in the query, as things are now. */
  public static final String IS_SENT =
      "(("
          + SettledLines.IS_SETTLED
          + " and not exists (select 1 from unsent_batch u"
          + " where l.line_no between u.first_line_no and u.last_line_no))"
          + " or exists (select 1 from bank_line b where b.line_no = l.line_no and "
          + PAYS
          + "))";

  private static final String NEVER_AGAIN = "w.code = 'WRITTEN_OFF'";

  /**
   * True of a line, {@code l} in the query, that keeps its payer: it was sent, or came back and is
   * never paid again. A line without payer never left, which is soon seen.
   */
  static final String KEEPS_PAYER =
      "(l.payer_level <> 'UNSPECIFIED' and ("
          + IS_SENT
          + " or exists (select 1 from held_line w where w.line_no = l.line_no and "
          + NEVER_AGAIN
          + ")))";

  private static final String PAID =
      "select b.line_no from bank_line b where b.line_no > ? and b.line_no <= ? and " + PAYS;
  private static final String WRITTEN_OFF =
      "select w.line_no from held_line w where w.line_no > ? and w.line_no <= ? and " + NEVER_AGAIN;
  private static final int FETCH_ROWS = 2_000;

  private record Range(long first, long last) {}

  /** The numbers of lines that a bank pays, or that are never paid again, in ascending order. */
  private final long[] paidOrWrittenOff;

  private final List<Range> unsent;

  /**
   * As things are now.
   *
   * @param after the line before the first that may be asked for
   * @param last the last one
   */
  SentLines(DataSource source, long after, long last) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    jdbc.setFetchSize(FETCH_ROWS);
    LongStream.Builder numbers = LongStream.builder();
    for (String query : List.of(PAID, WRITTEN_OFF)) {
      jdbc.query(
          query,
          row -> {
            numbers.add(row.getLong(1));
          },
          after,
          last);
    }
    this.paidOrWrittenOff = numbers.build().sorted().toArray();
    this.unsent =
        jdbc.query(
            "select first_line_no, last_line_no from unsent_batch",
            (row, number) -> new Range(row.getLong(1), row.getLong(2)));
  }

  /** As {@link #KEEPS_PAYER}. */
  boolean keepsPayer(long number, PayerLevel payer, PayeeKind payee, long amountFen) {
    return payer != PayerLevel.UNSPECIFIED
        && (Arrays.binarySearch(paidOrWrittenOff, number) >= 0
            || (SettledLines.isSettled(payee, payer, amountFen)
                && unsent.stream().noneMatch(r -> r.first() <= number && number <= r.last())));
  }
}
