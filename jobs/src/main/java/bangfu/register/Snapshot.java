package bangfu.register;

import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Takes one file into pages while it is read: only rows that are new or have other content are
 * written.
 */
final class Snapshot implements RowSink {
  private static final int ROWS_PER_REPORT = 10_000;

  private final int delivery;
  private final boolean corrects;
  private final KnownRows known;
  private final ToIntFunction<String> bucketOf;
  private final boolean subjectMayChange;
  private final PageWriter pages;
  private final RejectWriter rejects;
  private final ProgressListener listener;
  private final BitSet withdrawn = new BitSet();
  private final Map<String, Integer> changed = new HashMap<>();
  private final Set<String> rejectedKeys = new HashSet<>();
  private boolean rejectedUnknownKey;
  private long appeared;
  private long rowsRead;

  /**
   * @param corrects the file corrects the past
   * @param bucketOf the bucket of each subject
   */
  Snapshot(
      int delivery,
      boolean corrects,
      KnownRows known,
      ToIntFunction<String> bucketOf,
      PageWriter pages,
      RejectWriter rejects,
      ProgressListener listener) {
    this.delivery = delivery;
    this.corrects = corrects;
    this.known = known;
    this.bucketOf = bucketOf;
    this.subjectMayChange = pages.table().subjectMayChange();
    this.pages = pages;
    this.rejects = rejects;
    this.listener = listener;
  }

  @Override
  public void accepted(Row row) {
    KnownRows.Mark mark = known.see(row);
    boolean rewritten = corrects && known.hasHistory(row);
    if (mark != KnownRows.Mark.SAME || rewritten) {
      int bucket = bucketOf.applyAsInt(row.subject());
      pages.add(bucket, new FactVersion(row, delivery, FactVersion.State.STANDS, corrects));
      if (mark == KnownRows.Mark.CHANGED && subjectMayChange) {
        changed.put(row.key(), bucket);
      }
    }
    appeared += mark == KnownRows.Mark.UNKNOWN ? 1 : 0;
    count();
  }

  @Override
  public void rejected(RejectedRow row) {
    rejects.add(row);
    if (corrects) {
      if (row.key() == null) {
        rejectedUnknownKey = true;
      } else {
        rejectedKeys.add(row.key());
      }
    }
    count();
  }

  @Override
  public void withdrawn(Row row) {
    withdrawn.set(row.line());
    changed.remove(row.key());
    if (!known.withdraw(row)) {
      appeared--;
    }
  }

  private void count() {
    if (++rowsRead % ROWS_PER_REPORT == 0) {
      listener.read(ROWS_PER_REPORT);
    }
  }

  /** True when a changed row was in one bucket and is in another now. */
  boolean movedFrom(int bucket, String key) {
    return changed.getOrDefault(key, bucket) != bucket;
  }

  /** True unless it is certain that the file does not name the row: some lines cannot be read. */
  boolean mayHaveRejected(Row row) {
    return rejectedUnknownKey || rejectedKeys.contains(row.key());
  }

  /** What the file changed, once it is finished; a supplement lets nothing vanish. */
  Changes changes(boolean supplement) {
    return new Changes(
        appeared,
        known.count(KnownRows.Mark.CHANGED),
        supplement ? 0 : known.count(KnownRows.Mark.ABSENT));
  }

  /** Settles what the file brought. */
  void finish() {
    if (!withdrawn.isEmpty()) {
      pages.remove(withdrawn);
    }
    rejects.flush();
    listener.read(rowsRead % ROWS_PER_REPORT);
  }
}
