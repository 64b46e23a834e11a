package bangfu.register;

import bangfu.intake.FileReport;
import bangfu.intake.Table;
import bangfu.intake.TableReader;
import bangfu.intake.Tables;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The receiving of one new delivery, which nobody sees until it is published. Everything is written
 * under the delivery's number, so that an abandoned one can be discarded. Files are read side by
 * side; households and members come first, for they say where the rows of all others belong.
 */
final class Receiving {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final Tables tables;
  private final Deliveries deliveries;
  private final int delivery;
  private final FactPages pages;
  private final Archive archive;
  private final TableReader reader = new TableReader();
  private Homes homes;
  private Set<Integer> leaving;

  Receiving(JdbcTemplate jdbc, TransactionTemplate chunk, Tables tables, int delivery) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.tables = tables;
    this.deliveries = new Deliveries(jdbc, tables);
    this.delivery = delivery;
    this.pages = new FactPages(jdbc, tables);
    this.archive = new Archive(jdbc, chunk);
  }

  /** Takes all files in; one {@link FileReport} each, in their order. */
  List<FileReport> take(List<Arrival> arrivals, ProgressListener listener) throws IOException {
    homes = Homes.of(pages, tables, delivery - 1);
    Map<Table, FileReport> reports = new HashMap<>();
    try (SideBySide work = new SideBySide()) {
      List<Unplaced> unplaced =
          work.all(
              largestFirst(arrivals, true),
              arrival -> {
                PageWriter writer = new PageWriter(arrival.file().table(), delivery);
                return new Unplaced(read(arrival, subject -> 0, writer, listener), writer);
              });
      unplaced.forEach(this::introduce);
      leaving = homes.settle();
      work.all(unplaced, this::place);
      List<FileReport> others =
          work.all(largestFirst(arrivals, false), arrival -> readAndPlace(arrival, listener));
      unplaced.forEach(file -> reports.put(file.report().table(), file.report()));
      others.forEach(report -> reports.put(report.table(), report));
    }
    return arrivals.stream().map(arrival -> reports.get(arrival.file().table())).toList();
  }

  /** A file of households or members, all of whose rows are still in bucket 0. */
  private record Unplaced(FileReport report, PageWriter writer) {}

  private static List<Arrival> largestFirst(List<Arrival> arrivals, boolean indispensable) {
    return arrivals.stream()
        .filter(a -> Register.INDISPENSABLE.contains(a.file().table().name()) == indispensable)
        .sorted(Comparator.comparing((Arrival a) -> -a.fingerprint().sizeBytes()))
        .toList();
  }

  private void introduce(Unplaced file) {
    for (PageWriter.Page page : file.writer().finish()) {
      FactPage.read(
          file.report().table(), delivery, page.content(), version -> homes.add(version.row()));
    }
  }

  private FileReport place(Unplaced file) {
    Table table = file.report().table();
    try (PageWriter from = file.writer();
        PageWriter to = new PageWriter(table, delivery)) {
      for (PageWriter.Page page : from.finish()) {
        FactPage.read(
            table,
            delivery,
            page.content(),
            version -> to.add(homes.bucket(version.subject()), version));
      }
      write(table, to);
    }
    return file.report();
  }

  private FileReport readAndPlace(Arrival arrival, ProgressListener listener) throws IOException {
    Table table = arrival.file().table();
    try (PageWriter writer = new PageWriter(table, delivery)) {
      FileReport report = read(arrival, homes::bucket, writer, listener);
      write(table, writer);
      return report;
    }
  }

  private void write(Table table, PageWriter writer) {
    List<PageWriter.Page> finished = writer.finish();
    if (!finished.isEmpty()) {
      chunk.executeWithoutResult(status -> pages.insert(table, delivery, finished));
    }
  }

  private FileReport read(
      Arrival arrival, ToIntFunction<String> bucketOf, PageWriter writer, ProgressListener listener)
      throws IOException {
    if (arrival.sameAsAccepted()) {
      FileReport report = arrival.accepted().report();
      deliveries.add(delivery, FileStatus.SAME, report);
      return report;
    }
    Table table = arrival.file().table();
    archive.keep(arrival.fingerprint().sha256(), arrival.file().paths());
    KnownRows known = known(arrival);
    RejectWriter rejects = new RejectWriter(jdbc, chunk, delivery, table.name());
    Snapshot snapshot = new Snapshot(table, delivery, known, bucketOf, writer, rejects, listener);
    FileReport report = reader.read(arrival.file(), snapshot);
    if (!report.sha256().equals(arrival.fingerprint().sha256())) {
      throw new IOException(report.fileName() + " was changed while it was read");
    }
    snapshot.finish();
    if (report.refused()) {
      drop(table.name(), writer);
    } else if (known.needsSecondLook()) {
      compareWithKnownRows(table, known, snapshot, writer);
    }
    deliveries.add(delivery, report.refused() ? FileStatus.REFUSED : FileStatus.ACCEPTED, report);
    return report;
  }

  private KnownRows known(Arrival arrival) {
    KnownRows known = new KnownRows();
    if (arrival.accepted() != null) {
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
  private void drop(String table, PageWriter writer) {
    writer.clear();
    for (String rejected : List.of("rejected_cell", "rejected_row")) {
      jdbc.update(
          "delete from " + rejected + " where delivery_no = ? and table_name = ?", delivery, table);
    }
  }

  /** Notes the rows that did not come again, and those that are about somebody else now. */
  private void compareWithKnownRows(
      Table table, KnownRows known, Snapshot snapshot, PageWriter writer) {
    AbsentRows absent = new AbsentRows(jdbc, chunk, delivery);
    forEachKnown(
        table,
        (bucket, version) -> {
          switch (known.mark(version)) {
            case CHANGED -> {
              if (snapshot.movedFrom(bucket, version.row().key())) {
                writer.add(bucket, version.in(FactVersion.State.MOVED, delivery));
              }
            }
            case ABSENT -> absent.add(version);
            default -> {
              // in force, as it was
            }
          }
        });
    absent.flush();
  }

  /** Lets all rows be where the delivery says they belong; in the transaction that publishes it. */
  void relocate() {
    Relocation relocation = new Relocation(pages, homes, delivery);
    leaving.forEach(relocation::leave);
    new HomeFinder(jdbc).update(homes);
  }
}
