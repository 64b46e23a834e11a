package bangfu.ledger;

import bangfu.database.BulkInsert;
import bangfu.register.SideBySide;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers the staged lines and makes them part of the ledger, a thousand at a time, so that memory
 * does not depend on how many lines a month has.
 */
public final class Publication {
  private static final int LINES_PER_INSERT = 1_000;

  /** A reversal of what had left is to be got back; of any other line it cancels it. */
  private static final String RECOVER =
      "insert into recovery (line_no, original_line_no) select v.line_no, v.original_line_no"
          + " from reversal v join ledger_line l on l.line_no = v.original_line_no"
          + " where v.line_no > ? and v.line_no <= ? and "
          + SentLines.IS_SENT;

  private final JdbcClient jdbc;
  private final PostedMonths months;
  private final Staging staging;
  private final Seals seals;
  private final BulkInsert ledger;
  private final BulkInsert reversals;

  public Publication(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.months = new PostedMonths(source);
    this.staging = new Staging(source);
    this.seals = new Seals(source);
    this.ledger =
        new BulkInsert(source, "ledger_line", "line_no", "posting_month", LineColumns.NAMES);
    this.reversals = new BulkInsert(source, "reversal", "original_line_no", "line_no");
  }

  /**
   * Publishes what is staged and committed, in key order after the month's existing lines, and
   * empties the staging. A month before the last posted one publishes nothing. To be called once a
   * run, in the transaction that also decides what is sent.
   *
   * @param knownDelivery the newest delivery that the run knew
   * @return lines published
   * @throws IllegalStateException without a transaction, or when the month has more lines than
   *     numbers
   * @throws org.springframework.dao.DuplicateKeyException when the ledger has such a line already
   */
  public long publish(YearMonth month, int knownDelivery, int runNo) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("expected a transaction around the publication");
    }
    long published = 0;
    if (months.isOpen(month)) {
      published = number(month);
      months.record(month, knownDelivery, runNo);
    }
    staging.clear();
    return published;
  }

  /**
   * A line with its number.
   *
   * @param values of its columns, from line_no on
   * @param reverses the number of the line that it reverses; null for none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Numbered(Object[] values, Long reverses) {
    Object[] reversal() {
      return new Object[] {reverses, values[0]};
    }
  }

  /** Another thread reads, numbers and seals the lines; this one has the transaction. */
  private long number(YearMonth month) {
    long before = months.lastLine(month) - LineNumber.before(month);
    Seals.Sealer sealer = seals.sealer();
    long count = before;
    List<Object[]> lines = new ArrayList<>();
    List<Object[]> reversing = new ArrayList<>();
    try (SideBySide threads = new SideBySide()) {
      Iterator<Numbered> staged = threads.ahead(numbered(month, before, sealer));
      while (staged.hasNext()) {
        Numbered line = staged.next();
        count++;
        lines.add(line.values());
        if (line.reverses() != null) {
          reversing.add(line.reversal());
        }
        if (lines.size() == LINES_PER_INSERT) {
          insert(lines, reversing);
        }
      }
    }
    insert(lines, reversing);
    requireAll(count - before);
    sealer.finish();
    jdbc.sql(RECOVER).params(LineNumber.of(month, before), LineNumber.last(month)).update();
    return count - before;
  }

  private void requireAll(long read) {
    long all = staging.count();
    if (read != all) {
      throw new IllegalStateException("expected %d staged lines, but read %d".formatted(all, read));
    }
  }

  private Iterator<Numbered> numbered(YearMonth month, long before, Seals.Sealer sealer) {
    Iterator<LedgerLine> staged = staging.lines();
    return new Iterator<>() {
      private long count = before;

      @Override
      public boolean hasNext() {
        return staged.hasNext();
      }

      @Override
      public Numbered next() {
        LedgerLine line = staged.next();
        Object[] values = row(LineNumber.of(month, ++count), month, line);
        sealer.add(values);
        String reversed = line.originalLineNo();
        return new Numbered(values, reversed == null ? null : LineNumber.parse(reversed));
      }
    };
  }

  private static Object[] row(long number, YearMonth month, LedgerLine line) {
    Object[] values = LineColumns.values(line);
    Object[] row = new Object[values.length + 2];
    row[0] = number;
    row[1] = Months.number(month);
    System.arraycopy(values, 0, row, 2, values.length);
    return row;
  }

  private void insert(List<Object[]> lines, List<Object[]> reversing) {
    ledger.insert(lines);
    reversals.insert(reversing);
    lines.clear();
    reversing.clear();
  }
}
