package bangfu.register;

import bangfu.intake.DeliveredBytes;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
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
  private final int delivery;
  private final FactPages pages;
  private final FileIntake intake;
  private Homes homes;
  private Set<Integer> leaving;

  Receiving(
      JdbcTemplate jdbc,
      TransactionTemplate chunk,
      Tables tables,
      int delivery,
      Instructions instructions,
      DeliveredBytes bytes,
      ProgressListener listener) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.tables = tables;
    this.delivery = delivery;
    this.pages = new FactPages(jdbc, tables);
    Deliveries deliveries = new Deliveries(jdbc, tables);
    this.intake =
        new FileIntake(jdbc, chunk, deliveries, pages, delivery, instructions, bytes, listener);
  }

  /** Takes all files in; what became of each, in their order. */
  List<ReceivedFile> take(List<Arrival> arrivals) throws IOException {
    Map<Table, ReceivedFile> files = new HashMap<>();
    try (SideBySide work = new SideBySide()) {
      List<Arrival> placed = largestFirst(arrivals, false);
      Future<Homes> known = work.begin(() -> Homes.of(pages, tables, delivery - 1));
      List<Future<Unplaced>> reading = new ArrayList<>();
      for (Arrival arrival : largestFirst(arrivals, true)) {
        reading.add(work.begin(() -> unplaced(arrival)));
      }
      homes = SideBySide.result(known);
      List<Unplaced> unplaced = introduced(reading);
      leaving = homes.settle();
      work.all(unplaced, this::place);
      List<ReceivedFile> others = work.all(placed, this::takeAndPlace);
      unplaced.forEach(file -> files.put(file.file().table(), file.file()));
      others.forEach(file -> files.put(file.table(), file));
    }
    return arrivals.stream().map(arrival -> files.get(arrival.file().table())).toList();
  }

  private static List<Arrival> largestFirst(List<Arrival> arrivals, boolean indispensable) {
    return arrivals.stream()
        .filter(a -> Register.INDISPENSABLE.contains(a.file().table().name()) == indispensable)
        .sorted(Comparator.comparing((Arrival a) -> -a.fingerprint().sizeBytes()))
        .toList();
  }

  /** A file of households or members, all of whose rows are still in bucket 0. */
  private record Unplaced(ReceivedFile file, PageWriter writer) {}

  private Unplaced unplaced(Arrival arrival) throws IOException {
    PageWriter writer = writer(arrival);
    return new Unplaced(intake.take(arrival, subject -> 0, writer), writer);
  }

  private PageWriter writer(Arrival arrival) {
    return new PageWriter(arrival.file().table(), delivery, arrival.fingerprint().sizeBytes());
  }

  /** The smaller files are done first, so that what they bring is introduced meanwhile. */
  private List<Unplaced> introduced(List<Future<Unplaced>> largestFirst) throws IOException {
    List<Unplaced> introduced = new ArrayList<>();
    for (int i = largestFirst.size() - 1; i >= 0; i--) {
      Unplaced file = SideBySide.result(largestFirst.get(i));
      file.writer().forEach(version -> homes.add(version.row()));
      introduced.add(file);
    }
    return introduced;
  }

  private Table place(Unplaced file) {
    Table table = file.file().table();
    try (PageWriter from = file.writer();
        PageWriter to = new PageWriter(table, delivery, from.bytes())) {
      from.forEach(version -> to.add(homes.bucket(version.subject()), version));
      write(to);
      return table;
    }
  }

  private ReceivedFile takeAndPlace(Arrival arrival) throws IOException {
    try (PageWriter writer = writer(arrival)) {
      ReceivedFile file = intake.take(arrival, homes::bucket, writer);
      write(writer);
      return file;
    }
  }

  private void write(PageWriter writer) {
    List<PageWriter.Page> finished = writer.finish();
    if (!finished.isEmpty()) {
      chunk.executeWithoutResult(status -> pages.insert(writer.table(), delivery, finished));
    }
  }

  /**
   * Ends rows that an earlier file of a table did not bring again.
   *
   * @return how many
   */
  int end(ReceivedFile file, Instructions instructions) {
    List<FactVersion> ended = new ArrayList<>();
    AbsentRows.forEachOpen(
        jdbc,
        file,
        delivery,
        version -> {
          if (instructions.confirms(version)) {
            ended.add(version);
          }
        });
    try (PageWriter writer = new PageWriter(file.table(), delivery, 0)) {
      for (FactVersion version : ended) {
        writer.add(homes.bucket(version.subject()), version.in(FactVersion.State.ENDED, delivery));
      }
      write(writer);
    }
    new AbsentRows(jdbc, chunk, delivery).settle(file, instructions::confirms);
    return ended.size();
  }

  /** True when a row that a confirmation means is ended, by this delivery or an earlier one. */
  boolean isEnded(Instructions.Confirmation confirmation) {
    boolean[] ended = {false};
    for (int bucket = 0; bucket < Homes.ALL_BUCKETS && !ended[0]; bucket++) {
      pages.read(
          confirmation.table(),
          bucket,
          delivery,
          version ->
              ended[0] |=
                  version.state() == FactVersion.State.ENDED && confirmation.covers(version));
    }
    return ended[0];
  }

  /** Lets all rows be where the delivery says they belong; in the transaction that publishes it. */
  void relocate() {
    Relocation relocation = new Relocation(pages, homes, delivery);
    leaving.forEach(relocation::leave);
    new HomeFinder(jdbc).update(homes);
  }
}
