package bangfu.register;

import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the departments said, as known at any delivery; details.md, "Snapshots over time".
 * Deliveries are numbered from 1; whoever knows delivery 0 knows nothing. Safe for any thread.
 */
public final class Register {
  static final List<String> INDISPENSABLE = List.of(Links.HOUSEHOLDS, Links.MEMBERS);

  private final JdbcTemplate jdbc;
  private final Tables tables;
  private final Deliveries deliveries;
  private final FactPages pages;

  public Register(DataSource source, Tables tables) {
    this(new JdbcTemplate(source), tables);
  }

  Register(JdbcTemplate jdbc, Tables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.deliveries = new Deliveries(jdbc, tables);
    this.pages = new FactPages(jdbc, tables);
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

  /** The files with mended rows that came after the last accepted file of their table, in order. */
  public List<ReceivedFile> supplements(int knownDelivery) {
    return deliveries.supplements(knownDelivery);
  }

  /**
   * The names of the tables of which the last delivery brought a file, whatever became of it;
   * supplements and deliveries of confirmations alone bring no snapshot.
   */
  public Set<String> lastSnapshot(int knownDelivery) {
    return deliveries.lastSnapshot(knownDelivery);
  }

  /** The rejected rows of a file in the order of their lines. */
  public void forEachReject(ReceivedFile file, Consumer<RejectedRow> consumer) {
    new RejectReader(jdbc, file.delivery(), file.table().name()).forEach(consumer);
  }

  /**
   * The rows that an accepted file of a table did not bring again, or whose new version it brought
   * was rejected, as far as no later delivery answered. They are still in force.
   */
  public void forEachAbsent(ReceivedFile accepted, int knownDelivery, Consumer<StoredRow> rows) {
    AbsentRows.forEachOpen(
        jdbc,
        accepted,
        knownDelivery,
        version -> rows.accept(StoredRow.of(version.row(), version.since())));
  }

  /** Each row of a table that stands; for looking through all of it once. */
  public void forEachRow(Table table, int knownDelivery, Consumer<Row> consumer) {
    forEachStored(
        table,
        knownDelivery,
        row -> {
          if (row.endedOn() == null) {
            consumer.accept(row.row());
          }
        });
  }

  /** Each row of a table that stands or was ended; for looking through all of it once. */
  public void forEachStored(Table table, int knownDelivery, Consumer<StoredRow> consumer) {
    forEachBucket(knownDelivery, bucket -> bucket.rows(table).forEach(consumer));
  }

  /**
   * A part of the register: the units that have it as their home, strays, or reference. All rows
   * about one household or person are in one.
   */
  @FunctionalInterface
  public interface Bucket {
    /** Those of a table that stand or were ended. */
    List<StoredRow> rows(Table table);
  }

  /**
   * Goes once over the register, so that rows of several tables about one household come together.
   */
  public void forEachBucket(int knownDelivery, Consumer<Bucket> consumer) {
    StoredRows storedRows = storedRows(knownDelivery);
    for (int number = 0; number < Homes.ALL_BUCKETS; number++) {
      int bucket = number;
      consumer.accept(table -> rows(table, bucket, knownDelivery, storedRows));
    }
  }

  /**
   * The values of a column that rows about more than one subject have or once had.
   *
   * @param spelling makes values alike that mean the same; an empty one is none
   */
  public Set<String> sharedValues(
      Table table, String column, int knownDelivery, UnaryOperator<String> spelling) {
    SharedValues values = new SharedValues(table.index(column), spelling);
    forEachPage(table, knownDelivery, values::add);
    return values.values();
  }

  /** The values that a column has or once had, none left out; an empty one is an empty text. */
  public Set<String> valuesEver(Table table, String column, int knownDelivery) {
    int index = table.index(column);
    ContentCells cells = new ContentCells();
    Set<String> values = new HashSet<>();
    forEachPage(
        table,
        knownDelivery,
        page ->
            page.forEach(
                (from, to) -> {
                  cells.at(page.text(), from, to);
                  values.add(cells.value(index));
                }));
    return values;
  }

  private void forEachPage(Table table, int knownDelivery, Consumer<FactPage.Raw> consumer) {
    for (int bucket = 0; bucket < Homes.ALL_BUCKETS; bucket++) {
      pages.raw(table, bucket, knownDelivery).forEach(consumer);
    }
  }

  private List<StoredRow> rows(Table table, int bucket, int knownDelivery, StoredRows storedRows) {
    List<FactVersion> versions = new ArrayList<>();
    pages.read(table, bucket, knownDelivery, versions::add);
    return versions.isEmpty() ? List.of() : storedRows.of(versions);
  }

  private StoredRows storedRows(int knownDelivery) {
    return new StoredRows(deliveries.asOfDays(knownDelivery));
  }

  /** The delivered bytes; of two files of one table, one behind the other. */
  public InputStream archived(String sha256) throws IOException {
    return Archive.open(jdbc, sha256);
  }

  /** Reads the units as known at a delivery. */
  public UnitReader units(int knownDelivery) {
    return new UnitReader(pages, storedRows(knownDelivery), new HomeFinder(jdbc), knownDelivery);
  }

  /**
   * The units of which something is new.
   *
   * @param since the delivery that was known before
   * @param due the days that make a unit new although its rows are not
   */
  public ChangedUnits changedUnits(int since, int knownDelivery, DueDays due) {
    return new ChangedUnits(pages, storedRows(knownDelivery), since, knownDelivery, due);
  }

  /**
   * The rows of some tables in one of the {@link ChangedUnits#BUCKETS} that stand or were ended:
   * all rows about one unit are in one.
   */
  public List<StoredRow> inBucket(int bucket, int knownDelivery, List<Table> some) {
    StoredRows storedRows = storedRows(knownDelivery);
    return some.stream().flatMap(t -> rows(t, bucket, knownDelivery, storedRows).stream()).toList();
  }

  /** The rows in force of a table that is about nobody in particular, in no particular order. */
  public List<StoredRow> reference(Table table, int knownDelivery) {
    return rows(table, Homes.REFERENCE, knownDelivery, storedRows(knownDelivery));
  }

  /** What changed of a table that is about nobody in particular, by key. */
  public List<RowChange> referenceChanges(Table table, int before, int after) {
    return RowChanges.between(reference(table, before), reference(table, after));
  }

  /** The deliveries up to one that brought anything new of a table about nobody in particular. */
  public SortedSet<Integer> referenceDeliveries(Table table, int knownDelivery) {
    SortedSet<Integer> brought = new TreeSet<>();
    pages.read(table, Homes.REFERENCE, knownDelivery, version -> brought.add(version.since()));
    return brought;
  }

  /** The name of the file that brought a table's rows in a delivery. */
  public String fileName(Table table, int delivery) {
    return deliveries.fileName(table, delivery);
  }
}
