package bangfu.quality;

import bangfu.database.SortedPages;
import bangfu.engine.fold.CodePoints;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What the checks of the last run found: cleared at its start, filled by several threads. */
public final class Findings {
  /** The number of the writer for what is found by looking at the register as a whole. */
  public static final int OF_REGISTER = 100_000;

  private static final int LINE = 5;
  private static final Comparator<String> BY_NUMBER =
      Comparator.nullsFirst(Comparator.comparingInt(Integer::parseInt));
  private static final Comparator<String[]> BY_TABLE_AND_LINE =
      Comparator.comparing((String[] row) -> row[0]).thenComparing(row -> row[1], BY_NUMBER);

  private final SortedPages all;

  /** Tables and lines of what blocking checks found, for counting. */
  private final SortedPages blocking;

  public Findings(DataSource source) {
    this.all = new SortedPages(source, "FINDING", Findings::compare);
    this.blocking = new SortedPages(source, "BLOCK", BY_TABLE_AND_LINE);
  }

  /** By the columns of quality.csv from left to right. */
  private static int compare(String[] one, String[] other) {
    for (int i = 0; i < one.length; i++) {
      int order =
          i == LINE
              ? BY_NUMBER.compare(one[i], other[i])
              : CodePoints.ORDER.compare(one[i], other[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Forgets the findings of the last run. */
  public void clear() {
    all.clear();
    blocking.clear();
  }

  /**
   * Takes findings from one thread.
   *
   * @param number of the writer, from 0, used by no other since the last {@link #clear}
   */
  public Writer writer(int number) {
    return new Writer(all.writer(number), blocking.writer(number));
  }

  /** What one thread found, in any order; in the database once {@link #finish} has returned. */
  public static final class Writer {
    private final SortedPages.Writer rows;
    private final SortedPages.Writer blocking;

    private Writer(SortedPages.Writer rows, SortedPages.Writer blocking) {
      this.rows = rows;
      this.blocking = blocking;
    }

    public void add(List<Finding> findings) {
      findings.forEach(this::add);
    }

    public void add(Finding finding) {
      String line = finding.line() == 0 ? null : Integer.toString(finding.line());
      rows.add(
          new String[] {
            finding.check(),
            finding.level().label(),
            finding.household(),
            finding.subject(),
            finding.table(),
            line,
            finding.message(),
            finding.handling()
          });
      if (finding.level() == Level.BLOCK) {
        blocking.add(new String[] {finding.table(), line});
      }
    }

    public void finish() {
      rows.finish();
      blocking.finish();
    }
  }

  /** All findings, none twice, as rows of quality.csv in its order. */
  void forEach(Consumer<String[]> consumer) {
    all.forEachOnce(consumer);
  }

  /** True when a blocking check found something. */
  public boolean hasBlocking() {
    return blocking.rows() > 0;
  }

  /** How many rows of each table blocking checks found something about. */
  public Map<String, Long> blockedRows() {
    Map<String, Long> rows = new HashMap<>();
    blocking.forEachOnce(row -> rows.merge(row[0], row[1] == null ? 0L : 1L, Long::sum));
    return rows;
  }
}
