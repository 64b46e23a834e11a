package bangfu.register;

import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the departments said, as known at any delivery; details.md, "Snapshots over time".
 * Deliveries are numbered from 1; whoever knows delivery 0 knows nothing. Safe for any thread.
 */
public final class Register {
  static final List<String> INDISPENSABLE = List.of(UnitLinker.HOUSEHOLDS, UnitLinker.MEMBERS);

  private final JdbcTemplate jdbc;
  private final Tables tables;
  private final Deliveries deliveries;

  public Register(DataSource source, Tables tables) {
    this(new JdbcTemplate(source), tables);
  }

  Register(JdbcTemplate jdbc, Tables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.deliveries = new Deliveries(jdbc, tables);
  }

  /** The newest delivery, or 0. */
  public int newestDelivery() {
    return deliveries.newest();
  }

  /** The as-of day of each delivery up to one. */
  public Map<Integer, LocalDate> asOfDays(int knownDelivery) {
    return deliveries.asOfDays(knownDelivery);
  }

  /**
   * Stops whoever cannot do without households and members.
   *
   * @throws NeverDeliveredException when a table without which nothing can be assessed has no
   *     accepted file
   */
  public void requireHouseholds(int knownDelivery) {
    Set<String> delivered = lastAccepted(knownDelivery).keySet();
    for (String name : INDISPENSABLE) {
      if (!delivered.contains(name)) {
        throw new NeverDeliveredException(tables.table(name));
      }
    }
  }

  /** The last accepted file of each table that ever had one, by the table's name. */
  public Map<String, ReceivedFile> lastAccepted(int knownDelivery) {
    return deliveries.lastAccepted(knownDelivery);
  }

  /** The last file of each table, refused ones too, by the table's name. */
  public Map<String, ReceivedFile> lastReceived(int knownDelivery) {
    return deliveries.lastReceived(knownDelivery);
  }

  /** The rejected rows of a file in the order of their lines. */
  public void forEachReject(ReceivedFile file, Consumer<RejectedRow> consumer) {
    new RejectReader(jdbc, file.delivery(), file.table().name()).forEach(consumer);
  }

  /**
   * The rows that the last accepted file of a table did not bring again, or whose new version it
   * brought was rejected. They are still in force.
   */
  public void forEachAbsent(ReceivedFile accepted, Consumer<StoredRow> consumer) {
    String columns = "f." + FactVersion.COLUMNS.replace(", ", ", f.");
    jdbc.query(
        "select "
            + columns
            + " from absent_row a join fact f on f.subject = a.subject"
            + " and f.table_name = a.table_name and f.since_delivery = a.since_delivery"
            + " and f.line_no = a.line_no where a.delivery_no = ? and a.table_name = ?"
            + " order by a.since_delivery, a.line_no",
        cursor -> {
          FactVersion version = FactVersion.of(cursor, tables);
          consumer.accept(StoredRow.of(version.row(), version.since()));
        },
        accepted.delivery(),
        accepted.table().name());
  }

  /**
   * Each row of a table in its version in force, by subject; for looking through all of it once.
   */
  public void forEachRow(Table table, int knownDelivery, Consumer<Row> consumer) {
    String known = "since_delivery <= %1$d and until_delivery > %1$d".formatted(knownDelivery);
    new FactScan(jdbc, tables, List.of(table.name()), known)
        .forEach(
            version -> {
              if (version.state() == FactVersion.State.STANDS) {
                consumer.accept(version.row());
              }
            });
  }

  /** The delivered bytes; of two files of one table, one behind the other. */
  public InputStream archived(String sha256) throws IOException {
    return Archive.open(jdbc, sha256);
  }

  /** Reads the units as known at a delivery. */
  public UnitReader units(int knownDelivery) {
    return new UnitReader(jdbc, tables, knownDelivery);
  }

  /** The rows in force of a table that is about nobody in particular, in no particular order. */
  public List<StoredRow> reference(Table table, int knownDelivery) {
    return rows(table, Set.of(""), knownDelivery);
  }

  /** The rows in force of a table about some subjects, in no particular order. */
  public List<StoredRow> rows(Table table, Collection<String> subjects, int knownDelivery) {
    return new FactReader(jdbc, tables, knownDelivery)
        .bySubject(subjects).values().stream()
            .flatMap(List::stream)
            .filter(row -> row.row().table() == table)
            .toList();
  }
}
