package bangfu.ledger;

import bangfu.database.SortedPages;
import bangfu.engine.fold.CodePoints;
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
    return Integer.compare(
        Integer.parseInt(one[LineCells.REVISION]), Integer.parseInt(other[LineCells.REVISION]));
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
      lines.forEach(line -> rows.add(LineCells.of(line)));
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
        return LineCells.line(rows.next());
      }
    };
  }
}
