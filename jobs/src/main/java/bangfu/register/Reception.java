package bangfu.register;

import bangfu.intake.CodeHash;
import bangfu.intake.DeliveredBytes;
import bangfu.intake.DeliveredFile;
import bangfu.intake.Delivery;
import bangfu.intake.FileChangedException;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes deliveries into the register. Rows are written in many short transactions under a number
 * that nobody knows yet; one last transaction, the caller's if there is one, moves rows whose
 * household found its unit and publishes the number. What a killed import left behind is discarded
 * by the next.
 */
public final class Reception {
  private static final List<String> WRITTEN_BY_NUMBER =
      List.of(
          "fact_page",
          "rejected_cell",
          "rejected_row",
          "absent_row",
          "delivery_decision",
          "delivered_file",
          "delivery");

  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final TransactionTemplate publishing;
  private final Tables tables;
  private final Clock clock;
  private final Deliveries deliveries;

  /**
   * @param clock tells when a delivery was received, nothing else
   */
  public Reception(
      DataSource source, PlatformTransactionManager transactions, Tables tables, Clock clock) {
    this.jdbc = new JdbcTemplate(source);
    this.chunk = new TransactionTemplate(transactions);
    this.chunk.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.publishing = new TransactionTemplate(transactions);
    this.tables = tables;
    this.clock = clock;
    this.deliveries = new Deliveries(jdbc, tables);
  }

  /** Receives the files of a folder, about which nothing more is to be said. */
  public DeliveryReport receive(Path folder, LocalDate asOf, ProgressListener listener)
      throws IOException {
    return receive(folder, asOf, Instructions.NONE, new DeliveredBytes(), listener);
  }

  /**
   * Receives the files of a folder as the state of the tables at the end of a day.
   *
   * @param folder null when there are only instructions
   * @param asOf the as-of day
   * @param bytes of the files, as far as they were looked at
   * @throws FileChangedException when somebody writes into a file meanwhile, or has done so since
   *     it was looked at
   * @throws StaleDeliveryException when a file has new bytes and a delivery has a later as-of day
   * @throws NeverDeliveredException when a table without which nothing can be assessed has no
   *     accepted file, in this delivery or an earlier one
   * @throws ShrunkDeliveryException when a table lost too many rows and nobody accepts that
   * @throws NothingVanishedException when a disappearance is confirmed that did not happen
   * @throws IOException when a file cannot be read; the register is then as it was
   */
  public DeliveryReport receive(
      Path folder,
      LocalDate asOf,
      Instructions instructions,
      DeliveredBytes bytes,
      ProgressListener listener)
      throws IOException {
    deliveries.unpublished().forEach(this::discard);
    Delivery delivery = scan(folder, instructions);
    int newest = deliveries.newest();
    List<Arrival> arrivals = arrivals(delivery, asOf, newest, instructions, bytes);
    String fingerprint = Arrival.fingerprint(arrivals, instructions);
    if (deliveries.is(newest, asOf, fingerprint)) {
      List<ReceivedFile> files = deliveries.files(newest);
      return new DeliveryReport(newest, false, files, delivery.missing(), delivery.unknown());
    }
    if (nothingNew(arrivals, instructions)) {
      new Register(jdbc, tables).requireHouseholds(newest);
      List<ReceivedFile> files = arrivals.stream().map(Arrival::before).toList();
      return new DeliveryReport(newest, false, files, delivery.missing(), delivery.unknown());
    }
    requireNotStale(asOf, newest);
    int number = chunk.execute(s -> deliveries.begin(asOf, fingerprint, clock.instant()));
    List<ReceivedFile> files = receive(number, arrivals, instructions, bytes, listener);
    return new DeliveryReport(number, true, files, delivery.missing(), delivery.unknown());
  }

  /** What is there; only a snapshot of all tables can miss one. */
  private Delivery scan(Path folder, Instructions instructions) throws IOException {
    if (folder == null) {
      return new Delivery(null, List.of(), List.of(), List.of());
    }
    if (!instructions.supplement()) {
      return Delivery.scan(folder, tables);
    }
    Delivery mended = Delivery.scanSupplement(folder, tables);
    return new Delivery(folder, mended.files(), List.of(), mended.unknown());
  }

  private boolean nothingNew(List<Arrival> arrivals, Instructions instructions) {
    if (!instructions.vanished().isEmpty()) {
      return false;
    }
    return instructions.supplement()
        ? arrivals.stream().allMatch(this::isSupplemented)
        : arrivals.stream().allMatch(Arrival::sameAsBefore);
  }

  private boolean isSupplemented(Arrival arrival) {
    return deliveries.isSupplemented(arrival.file().table(), arrival.fingerprint().sha256());
  }

  private List<Arrival> arrivals(
      Delivery delivery,
      LocalDate asOf,
      int knownDelivery,
      Instructions instructions,
      DeliveredBytes bytes)
      throws IOException {
    Map<String, ReceivedFile> accepted = deliveries.lastAccepted(knownDelivery);
    Map<String, ReceivedFile> received = deliveries.lastReceived(knownDelivery);
    try (SideBySide work = new SideBySide()) {
      Future<String> program = work.begin(CodeHash::ofProgram); // which is asked for it next
      work.all(DeliveredBytes.inOrder(delivery.files()), bytes::fingerprint);
      SideBySide.result(program);
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (DeliveredFile file : delivery.files()) {
      String table = file.table().name();
      arrivals.add(
          new Arrival(
              file,
              bytes.fingerprint(file),
              asOf,
              accepted.get(table),
              received.get(table),
              instructions.corrects(file.table())));
    }
    return arrivals;
  }

  private void requireNotStale(LocalDate asOf, int newest) {
    LocalDate newestAsOf = deliveries.asOfDays(newest).get(newest);
    if (newestAsOf != null && asOf.isBefore(newestAsOf)) {
      throw new StaleDeliveryException(asOf, newestAsOf);
    }
  }

  private List<ReceivedFile> receive(
      int number,
      List<Arrival> arrivals,
      Instructions instructions,
      DeliveredBytes bytes,
      ProgressListener listener)
      throws IOException {
    try {
      Receiving receiving =
          new Receiving(jdbc, chunk, tables, number, instructions, bytes, listener);
      List<ReceivedFile> files = receiving.take(arrivals);
      new Register(jdbc, tables).requireHouseholds(number);
      List<Shrinkage> shrunk = shrunk(arrivals, files);
      if (!shrunk.isEmpty() && !instructions.acceptShrink()) {
        throw new ShrunkDeliveryException(shrunk);
      }
      confirm(receiving, files, instructions);
      List<Decision> decisions = Decision.of(instructions, shrunk);
      publishing.executeWithoutResult(
          status -> {
            receiving.relocate();
            deliveries.decide(number, decisions, instructions, clock.instant());
            deliveries.publish(number);
          });
      return files;
    } catch (RuntimeException | IOException e) {
      discardAfter(e, number);
      throw e;
    }
  }

  private static List<Shrinkage> shrunk(List<Arrival> arrivals, List<ReceivedFile> files) {
    List<Shrinkage> shrunk = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      ReceivedFile before = arrivals.get(i).accepted();
      ReceivedFile file = files.get(i);
      if (before != null && file.status() == FileStatus.ACCEPTED) {
        long rowsBefore = before.report().acceptedRows();
        long rows = file.report().rows(); // rejected ones came, and have a list of their own
        if (Shrinkage.of(rowsBefore, rows)) {
          shrunk.add(new Shrinkage(file.table(), rowsBefore, rows));
        }
      }
    }
    return shrunk;
  }

  /** Ends confirmed rows: those of files read just now are ended already, by their reading. */
  private void confirm(Receiving receiving, List<ReceivedFile> files, Instructions instructions) {
    for (Instructions.Confirmation confirmation : instructions.vanished()) {
      Table table = confirmation.table();
      boolean readNow =
          files.stream()
              .anyMatch(f -> f.table().equals(table) && f.status() == FileStatus.ACCEPTED);
      ReceivedFile accepted = deliveries.lastAccepted(deliveries.newest()).get(table.name());
      int ended = readNow || accepted == null ? 0 : receiving.end(accepted, instructions);
      if (ended == 0 && !receiving.isEnded(confirmation)) {
        throw new NothingVanishedException(confirmation);
      }
    }
  }

  private void discardAfter(Exception failure, int number) {
    try {
      discard(number);
    } catch (RuntimeException e) {
      failure.addSuppressed(e); // the next import tries again
    }
  }

  /** Removes all that an unpublished delivery wrote. */
  private void discard(int number) {
    chunk.executeWithoutResult(
        status -> {
          for (String table : WRITTEN_BY_NUMBER) {
            jdbc.update("delete from " + table + " where delivery_no = ?", number);
          }
          jdbc.update(
              "update absent_row set settled_delivery = null where settled_delivery = ?", number);
          jdbc.update(
              "delete from archived_part where sha256 not in (select sha256 from delivered_file)");
        });
  }
}
