package bangfu.register;

import bangfu.intake.FileReport;
import bangfu.intake.Table;
import bangfu.intake.TableReader;
import bangfu.intake.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The receiving of one new delivery, which nobody sees until it is published. Everything is written
 * under the delivery's number, so that an abandoned one can be discarded.
 */
final class Receiving {
  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final Tables tables;
  private final Deliveries deliveries;
  private final int delivery;
  private final FactWriter facts;
  private final Archive archive;
  private final TableReader reader = new TableReader();
  private final Map<String, KnownRows> known = new LinkedHashMap<>();

  Receiving(JdbcTemplate jdbc, TransactionTemplate chunk, Tables tables, int delivery) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.tables = tables;
    this.deliveries = new Deliveries(jdbc, tables);
    this.delivery = delivery;
    this.facts = new FactWriter(jdbc, chunk, delivery);
    this.archive = new Archive(jdbc, chunk);
  }

  /** Takes all files in; one {@link FileReport} each, in their order. */
  List<FileReport> take(List<Arrival> arrivals, ProgressListener listener) throws IOException {
    loadKnownRows(arrivals);
    List<FileReport> reports = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      reports.add(arrival.sameAsAccepted() ? repeat(arrival) : read(arrival, listener));
    }
    compareWithKnownRows();
    return reports;
  }

  private void loadKnownRows(List<Arrival> arrivals) {
    List<String> toCompare = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (!arrival.sameAsAccepted()) {
        known.put(arrival.file().table().name(), new KnownRows());
        if (arrival.accepted() != null) {
          toCompare.add(arrival.file().table().name());
        }
      }
    }
    inForce(toCompare)
        .forEach(
            version ->
                known
                    .get(version.row().table().name())
                    .add(version.row(), version.state() == FactVersion.State.STANDS));
  }

  private FactScan inForce(List<String> tableNames) {
    String condition =
        "until_delivery = %d and since_delivery < %d".formatted(FactWriter.FOREVER, delivery);
    return new FactScan(jdbc, tables, tableNames, condition);
  }

  private FileReport repeat(Arrival arrival) {
    FileReport report = arrival.accepted().report();
    deliveries.add(delivery, FileStatus.SAME, report);
    return report;
  }

  private FileReport read(Arrival arrival, ProgressListener listener) throws IOException {
    Table table = arrival.file().table();
    archive.keep(arrival.fingerprint().sha256(), arrival.file().paths());
    RejectWriter rejects = new RejectWriter(jdbc, chunk, delivery, table.name());
    Snapshot snapshot = new Snapshot(table, known.get(table.name()), facts, rejects, listener);
    FileReport report = reader.read(arrival.file(), snapshot);
    if (!report.sha256().equals(arrival.fingerprint().sha256())) {
      throw new IOException(report.fileName() + " was changed while it was read");
    }
    snapshot.finish();
    if (report.refused()) {
      drop(table.name());
    }
    deliveries.add(delivery, report.refused() ? FileStatus.REFUSED : FileStatus.ACCEPTED, report);
    return report;
  }

  /** A refused file leaves no trace but its report and its bytes. */
  private void drop(String table) {
    known.remove(table);
    facts.dropTable(table);
    for (String rejected : List.of("rejected_cell", "rejected_row")) {
      jdbc.update(
          "delete from " + rejected + " where delivery_no = ? and table_name = ?", delivery, table);
    }
  }

  /** Ends the versions that were replaced, and notes the rows that did not come again. */
  private void compareWithKnownRows() {
    known.values().removeIf(rows -> !rows.needsSecondLook());
    AbsentRows absent = new AbsentRows(jdbc, chunk, delivery);
    inForce(List.copyOf(known.keySet()))
        .forEach(
            version -> {
              switch (known.get(version.row().table().name()).mark(version.row())) {
                case CHANGED -> facts.close(version);
                case ABSENT -> absent.add(version);
                default -> {
                  // in force, as it was
                }
              }
            });
    facts.flush();
    absent.flush();
  }
}
