package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import bangfu.database.SortedPages;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lines that a run would post, until {@link Publication} numbers them; no reader of the ledger sees
 * them.
 */
public final class Staging {
  private static final int KEY_COLUMNS = 9;
  private static final int REVISION = 9;

  /** As {@link LedgerLine#ORDER}. */
  private static final Comparator<String[]> ORDER = Staging::compare;

  private final SortedPages pages;

  public Staging(DataSource source) {
    this.pages = new SortedPages(source, "LINE", ORDER);
  }

  private static int compare(String[] one, String[] other) {
    for (int i = 0; i < KEY_COLUMNS; i++) {
      int order = CodePoints.ORDER.compare(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(Integer.parseInt(one[REVISION]), Integer.parseInt(other[REVISION]));
  }

  /**
   * Takes lines from one thread.
   *
   * @param number of the writer, from 0, used by no other since the last {@link #clear}
   */
  public Writer writer(int number) {
    return new Writer(pages.writer(number));
  }

  /** Lines of one thread, in any order; staged once {@link #finish} has returned. */
  public static final class Writer {
    private final SortedPages.Writer rows;

    private Writer(SortedPages.Writer rows) {
      this.rows = rows;
    }

    public void add(List<LedgerLine> lines) {
      lines.forEach(line -> rows.add(row(line)));
    }

    public void finish() {
      rows.finish();
    }
  }

  public void clear() {
    pages.clear();
  }

  long count() {
    return pages.rows();
  }

  /** All staged lines in the order in which they are numbered. */
  public Iterator<LedgerLine> lines() {
    Iterator<String[]> rows = pages.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public LedgerLine next() {
        return line(rows.next());
      }
    };
  }

  private static String[] row(LedgerLine line) {
    LineKey key = line.key();
    return new String[] {
      key.household(),
      key.clause(),
      key.subject(),
      key.period(),
      key.payer().level().name(),
      key.payer().town(),
      key.payer().fund(),
      key.payeeKind().name(),
      key.payee(),
      Integer.toString(line.revision()),
      line.town(),
      line.village(),
      line.subjectName(),
      line.title(),
      line.accruedOn().toString(),
      Long.toString(line.amountFen()),
      line.originalLineNo(),
      line.reason().name(),
      line.correction() == null ? null : line.correction().name(),
      line.evidence()
    };
  }

  private static LedgerLine line(String[] row) {
    return new LedgerLine(
        new LineKey(
            row[0],
            row[1],
            row[2],
            row[3],
            new Payer(PayerLevel.valueOf(row[4]), row[5], row[6]),
            PayeeKind.valueOf(row[7]),
            row[8]),
        Integer.parseInt(row[REVISION]),
        row[10],
        row[11],
        row[12],
        row[13],
        LocalDate.parse(row[14]),
        Long.parseLong(row[15]),
        row[16],
        Reason.valueOf(row[17]),
        row[18] == null ? null : CorrectionReason.valueOf(row[18]),
        row[19]);
  }
}
