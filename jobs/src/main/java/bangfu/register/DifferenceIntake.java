package bangfu.register;

import bangfu.intake.ChangedLines;
import bangfu.intake.CodeHash;
import bangfu.intake.Row;
import bangfu.intake.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The short way for a file that repeats nearly all lines of the last accepted one of its table, as
 * most do every night: it takes in the lines that differ. The register is afterwards as if all of
 * the file had been read. Safe for any thread.
 */
final class DifferenceIntake {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final Deliveries deliveries;
  private final FactPages pages;
  private final int delivery;
  private final Instructions instructions;

  DifferenceIntake(
      JdbcTemplate jdbc,
      TransactionTemplate chunk,
      Deliveries deliveries,
      FactPages pages,
      int delivery,
      Instructions instructions) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.deliveries = deliveries;
    this.pages = pages;
    this.delivery = delivery;
    this.instructions = instructions;
  }

  /**
   * Takes a file in; its new versions are then in the writer.
   *
   * @return null, and nothing is done, when the whole file has to be read
   */
  ReceivedFile take(
      Arrival arrival, ToIntFunction<String> bucketOf, PageWriter writer, ProgressListener listener)
      throws IOException {
    ReceivedFile before = arrival.accepted();
    if (before == null || !mayBeCompared(before)) {
      return null;
    }
    ChangedLines lines =
        ChangedLines.between(
            arrival.file(),
            before.report(),
            Archive.open(jdbc, before.report().sha256()),
            rejectedLines(before));
    if (lines == null) {
      return null;
    }
    ChangedRows rows = new ChangedRows();
    List<FactVersion> open = new ArrayList<>();
    AbsentRows.forEachOpen(jdbc, before, delivery - 1, open::add);
    rows.read(lines, arrival.fingerprint(), open);
    if (!rows.settle(keys -> newestVersions(before.table(), keys))) {
      return null;
    }
    Changes changes = write(rows, bucketOf, writer);
    listener.read(rows.report().acceptedRows());
    return arrival.received(delivery, FileStatus.ACCEPTED, rows.report(), changes);
  }

  /**
   * True when the rows of the file are in force as they stand there, and this program would read
   * its lines as they were read.
   */
  private boolean mayBeCompared(ReceivedFile before) {
    Table table = before.table();
    boolean plain =
        !instructions.supplement()
            && !instructions.corrects(table)
            && instructions.vanished().stream().noneMatch(c -> c.table().equals(table));
    return plain
        && deliveries.readBy(before.delivery()).equals(CodeHash.ofProgram())
        && !deliveries.isSupplementedSince(table, before.delivery());
  }

  private BitSet rejectedLines(ReceivedFile file) {
    BitSet lines = new BitSet();
    jdbc.query(
        "select line_no from rejected_row where delivery_no = ? and table_name = ?",
        cursor -> {
          lines.set(cursor.getInt(1));
        },
        file.delivery(),
        file.table().name());
    return lines;
  }

  private Map<String, ChangedRows.Placed> newestVersions(Table table, Set<String> keys) {
    Map<String, ChangedRows.Placed> newest = new HashMap<>();
    for (int bucket = 0; bucket < Homes.ALL_BUCKETS; bucket++) {
      int at = bucket;
      pages.read(
          table,
          bucket,
          delivery - 1,
          version -> {
            if (version.state() != FactVersion.State.MOVED && keys.contains(version.row().key())) {
              newest.merge(
                  version.row().key(),
                  new ChangedRows.Placed(at, version.alone()),
                  (one, other) -> one.version().since() > other.version().since() ? one : other);
            }
          });
    }
    return newest;
  }

  private Changes write(ChangedRows rows, ToIntFunction<String> bucketOf, PageWriter writer) {
    RejectWriter rejects = new RejectWriter(jdbc, chunk, delivery, writer.table().name());
    rows.rejected().forEach(rejects::add);
    rejects.flush();
    long appeared = 0;
    List<Row> newVersions = rows.newVersions();
    for (Row row : newVersions) {
      int bucket = bucketOf.applyAsInt(row.subject());
      writer.add(bucket, FactVersion.standing(row, delivery));
      leave(rows.placeBefore(row), bucket, writer);
      appeared += rows.isKnown(row) ? 0 : 1;
    }
    AbsentRows absent = new AbsentRows(jdbc, chunk, delivery);
    rows.absent().forEach(absent::add);
    absent.flush();
    return new Changes(appeared, newVersions.size() - appeared, rows.absent().size());
  }

  /** What was about somebody else is no longer in force there. */
  private void leave(ChangedRows.Placed before, int bucket, PageWriter writer) {
    if (before != null && writer.table().subjectMayChange() && before.bucket() != bucket) {
      writer.add(before.bucket(), before.version().in(FactVersion.State.MOVED, delivery));
    }
  }
}
