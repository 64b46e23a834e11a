package bangfu.register;

import bangfu.intake.DeliveredBytes;
import bangfu.intake.FileChangedException;
import bangfu.intake.FileReport;
import bangfu.intake.Table;
import bangfu.intake.TableReader;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads files of one delivery into pages, beside what the register knows. Safe for any thread. */
final class FileIntake {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final Deliveries deliveries;
  private final FactPages pages;
  private final Archive archive;
  private final DifferenceIntake difference;
  private final int delivery;
  private final Instructions instructions;
  private final DeliveredBytes bytes;
  private final ProgressListener listener;
  private final TableReader reader = new TableReader();

  FileIntake(
      JdbcTemplate jdbc,
      TransactionTemplate chunk,
      Deliveries deliveries,
      FactPages pages,
      int delivery,
      Instructions instructions,
      DeliveredBytes bytes,
      ProgressListener listener) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.deliveries = deliveries;
    this.pages = pages;
    this.archive = new Archive(jdbc, chunk);
    this.difference = new DifferenceIntake(jdbc, chunk, deliveries, pages, delivery, instructions);
    this.delivery = delivery;
    this.instructions = instructions;
    this.bytes = bytes;
    this.listener = listener;
  }

  /** Takes a file in; its new versions are then in the writer. */
  ReceivedFile take(Arrival arrival, ToIntFunction<String> bucketOf, PageWriter writer)
      throws IOException {
    if (arrival.sameAsAccepted()) {
      ReceivedFile same = arrival.before();
      deliveries.add(delivery, same);
      return same;
    }
    archive.keep(arrival.fingerprint().sha256(), arrival.file().paths());
    ReceivedFile changed = difference.take(arrival, bucketOf, writer, listener);
    ReceivedFile file = changed == null ? takeAll(arrival, bucketOf, writer) : changed;
    if (bytes.isChanged(arrival.file())) {
      throw new FileChangedException(arrival.file().fileName());
    }
    deliveries.add(delivery, file);
    return file;
  }

  private ReceivedFile takeAll(Arrival arrival, ToIntFunction<String> bucketOf, PageWriter writer)
      throws IOException {
    KnownRows known = known(arrival);
    RejectWriter rejects = new RejectWriter(jdbc, chunk, delivery, writer.table().name());
    Snapshot snapshot =
        new Snapshot(
            delivery,
            instructions.corrects(writer.table()),
            known,
            bucketOf,
            writer,
            rejects,
            listener);
    FileReport report = reader.read(arrival.file(), arrival.fingerprint(), snapshot);
    snapshot.finish();
    return settle(report, arrival, known, snapshot, writer);
  }

  private ReceivedFile settle(
      FileReport report, Arrival arrival, KnownRows known, Snapshot snapshot, PageWriter writer) {
    if (report.refused()) {
      drop(writer);
      return arrival.received(delivery, FileStatus.REFUSED, report, Changes.NONE);
    }
    Changes changes = snapshot.changes(instructions.supplement());
    if (known.needsSecondLook()) {
      lookAgain(known, snapshot, writer);
    }
    if (!instructions.supplement()) {
      return arrival.received(delivery, FileStatus.ACCEPTED, report, changes);
    }
    if (arrival.accepted() != null) {
      new AbsentRows(jdbc, chunk, delivery)
          .settle(arrival.accepted(), version -> known.wasSeen(version.row()));
    }
    return arrival.received(delivery, FileStatus.SUPPLEMENT, report, changes);
  }

  private KnownRows known(Arrival arrival) {
    KnownRows known = new KnownRows();
    if (arrival.accepted() != null || instructions.supplement()) {
      forEachKnown(arrival.file().table(), (bucket, version) -> known.add(version));
    }
    return known;
  }

  @FunctionalInterface
  private interface Placed {
    void accept(int bucket, FactVersion version);
  }

  private void forEachKnown(Table table, Placed consumer) {
    for (int bucket = 0; bucket < Homes.ALL_BUCKETS; bucket++) {
      int at = bucket;
      pages.read(table, bucket, delivery - 1, version -> consumer.accept(at, version));
    }
  }

  /** A refused file leaves no trace but its report and its bytes. */
  private void drop(PageWriter writer) {
    writer.clear();
    for (String rejected : List.of("rejected_cell", "rejected_row")) {
      jdbc.update(
          "delete from " + rejected + " where delivery_no = ? and table_name = ?",
          delivery,
          writer.table().name());
    }
  }

  /** Looks at the rows that did not come again, and at those that are about somebody else now. */
  private void lookAgain(KnownRows known, Snapshot snapshot, PageWriter writer) {
    AbsentRows absent = new AbsentRows(jdbc, chunk, delivery);
    forEachKnown(
        writer.table(),
        (bucket, version) -> {
          switch (known.mark(version)) {
            case CHANGED -> {
              if (snapshot.movedFrom(bucket, version.row().key())) {
                writer.add(bucket, version.in(FactVersion.State.MOVED, delivery));
              }
            }
            case ABSENT -> absent(bucket, version, snapshot, writer, absent);
            default -> {
              // in force, as it was
            }
          }
        });
    absent.flush();
  }

  private void absent(
      int bucket, FactVersion version, Snapshot snapshot, PageWriter writer, AbsentRows absent) {
    if (instructions.supplement()) {
      return;
    }
    if (instructions.confirms(version)) {
      writer.add(bucket, version.in(FactVersion.State.ENDED, delivery));
    } else if (instructions.corrects(writer.table()) && !snapshot.mayHaveRejected(version.row())) {
      writer.add(bucket, version.in(FactVersion.State.NEVER_TRUE, delivery));
    } else {
      absent.add(version);
    }
  }
}
