package bangfu.register;

import bangfu.intake.DeliveredFile;
import bangfu.intake.Delivery;
import bangfu.intake.FileReport;
import bangfu.intake.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
          "fact_page", "rejected_cell", "rejected_row", "absent_row", "delivered_file", "delivery");

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

  /**
   * Receives the files of a folder as the state of the tables at the end of a day.
   *
   * @param asOf the as-of day
   * @throws StaleDeliveryException when a file has new bytes and a delivery has a later as-of day
   * @throws NeverDeliveredException when a table without which nothing can be assessed has no
   *     accepted file, in this delivery or an earlier one
   * @throws IOException when a file cannot be read; the register is then as it was
   */
  public DeliveryReport receive(Path folder, LocalDate asOf, ProgressListener listener)
      throws IOException {
    deliveries.unpublished().forEach(this::discard);
    Delivery delivery = Delivery.scan(folder, tables);
    int newest = deliveries.newest();
    List<Arrival> arrivals = arrivals(delivery, newest);
    if (arrivals.stream().allMatch(Arrival::sameAsBefore)) {
      new Register(jdbc, tables).requireHouseholds(newest);
      List<ReceivedFile> files = arrivals.stream().map(Arrival::before).toList();
      return new DeliveryReport(newest, false, files, delivery.missing(), delivery.unknown());
    }
    requireNotStale(asOf, newest);
    int number =
        chunk.execute(s -> deliveries.begin(asOf, Arrival.fingerprint(arrivals), clock.instant()));
    List<ReceivedFile> files = receive(number, asOf, arrivals, listener);
    return new DeliveryReport(number, true, files, delivery.missing(), delivery.unknown());
  }

  private List<Arrival> arrivals(Delivery delivery, int knownDelivery) throws IOException {
    Map<String, ReceivedFile> accepted = deliveries.lastAccepted(knownDelivery);
    Map<String, ReceivedFile> received = deliveries.lastReceived(knownDelivery);
    List<Arrival> arrivals = new ArrayList<>();
    for (DeliveredFile file : delivery.files()) {
      String table = file.table().name();
      arrivals.add(Arrival.of(file, accepted.get(table), received.get(table)));
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
      int number, LocalDate asOf, List<Arrival> arrivals, ProgressListener listener)
      throws IOException {
    try {
      Receiving receiving = new Receiving(jdbc, chunk, tables, number);
      List<FileReport> reports = receiving.take(arrivals, listener);
      new Register(jdbc, tables).requireHouseholds(number);
      publishing.executeWithoutResult(status -> publish(number, receiving));
      return files(number, asOf, arrivals, reports);
    } catch (RuntimeException | IOException e) {
      discardAfter(e, number);
      throw e;
    }
  }

  private void publish(int number, Receiving receiving) {
    receiving.relocate();
    deliveries.publish(number);
  }

  private static List<ReceivedFile> files(
      int number, LocalDate asOf, List<Arrival> arrivals, List<FileReport> reports) {
    List<ReceivedFile> files = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      FileReport report = reports.get(i);
      FileStatus status = report.refused() ? FileStatus.REFUSED : FileStatus.ACCEPTED;
      files.add(
          arrivals.get(i).sameAsAccepted()
              ? arrivals.get(i).before()
              : new ReceivedFile(number, asOf, status, report));
    }
    return files;
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
              "delete from archived_part where sha256 not in (select sha256 from delivered_file)");
        });
  }
}
