package bangfu.register;

import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.Table;

/**
 * Takes one file into the register while it is read: only rows that are new or have other content
 * are written.
 */
final class Snapshot implements RowSink {
  private static final int ROWS_PER_REPORT = 10_000;

  private final Table table;
  private final KnownRows known;
  private final FactWriter facts;
  private final RejectWriter rejects;
  private final ProgressListener listener;
  private long rowsRead;

  Snapshot(
      Table table,
      KnownRows known,
      FactWriter facts,
      RejectWriter rejects,
      ProgressListener listener) {
    this.table = table;
    this.known = known;
    this.facts = facts;
    this.rejects = rejects;
    this.listener = listener;
  }

  @Override
  public void accepted(Row row) {
    if (known.see(row) != KnownRows.Mark.SAME) {
      facts.insert(row);
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
    if (known.mark(row) != KnownRows.Mark.SAME) {
      facts.delete(row);
    }
    known.withdraw(row);
  }

  private void count() {
    if (++rowsRead % ROWS_PER_REPORT == 0) {
      listener.progressed(table, rowsRead);
    }
  }

  /** Writes what is still buffered. */
  void finish() {
    facts.flush();
    rejects.flush();
    listener.progressed(table, rowsRead);
  }
}
