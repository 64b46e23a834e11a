package bangfu.register;

import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.Table;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Takes one file into pages while it is read: only rows that are new or have other content are
 * written.
 */
final class Snapshot implements RowSink {
  private static final int ROWS_PER_REPORT = 10_000;

  private final Table table;
  private final int delivery;
  private final KnownRows known;
  private final ToIntFunction<String> bucketOf;
  private final boolean subjectMayChange;
  private final PageWriter pages;
  private final RejectWriter rejects;
  private final ProgressListener listener;
  private final BitSet withdrawn = new BitSet();
  private final Map<String, Integer> changed = new HashMap<>();
  private long rowsRead;

  /**
   * @param bucketOf the bucket of each subject
   */
  Snapshot(
      Table table,
      int delivery,
      KnownRows known,
      ToIntFunction<String> bucketOf,
      PageWriter pages,
      RejectWriter rejects,
      ProgressListener listener) {
    this.table = table;
    this.delivery = delivery;
    this.known = known;
    this.bucketOf = bucketOf;
    this.subjectMayChange = table.subject() != null && !table.key().contains(table.subject());
    this.pages = pages;
    this.rejects = rejects;
    this.listener = listener;
  }

  @Override
  public void accepted(Row row) {
    KnownRows.Mark mark = known.see(row);
    if (mark != KnownRows.Mark.SAME) {
      int bucket = bucketOf.applyAsInt(row.subject());
      pages.add(bucket, FactVersion.standing(row, delivery));
      if (mark == KnownRows.Mark.CHANGED && subjectMayChange) {
        changed.put(row.key(), bucket);
      }
    }
    count();
  }

  @Override
  public void rejected(RejectedRow row) {
    rejects.add(row);
    count();
  }

  @Override
  public void withdrawn(Row row) {
    withdrawn.set(row.line());
    changed.remove(row.key());
    known.withdraw(row);
  }

  private void count() {
    if (++rowsRead % ROWS_PER_REPORT == 0) {
      listener.progressed(table, rowsRead);
    }
  }

  /** True when a changed row was in one bucket and is in another now. */
  boolean movedFrom(int bucket, String key) {
    return changed.getOrDefault(key, bucket) != bucket;
  }

  /** Settles what the file brought. */
  void finish() {
    if (!withdrawn.isEmpty()) {
      pages.remove(withdrawn);
    }
    rejects.flush();
    listener.progressed(table, rowsRead);
  }
}
