package bangfu.register;

import bangfu.intake.CodeHash;
import bangfu.intake.FileReport;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The deliveries and their files, as the database has them. */
final class Deliveries {
  private static final String SEPARATOR = "\u001F";
  private static final int MAX_LIST_CHARS = 4_000;
  private static final int MAX_REFUSAL_CHARS = 2_000;
  private static final int MAX_REASON_CHARS = 1_000;
  private static final String FILES =
      """
      select f.*, d.as_of from delivered_file f join delivery d on d.delivery_no = f.delivery_no
      where f.delivery_no = (
        select max(g.delivery_no) from delivered_file g
        where g.table_name = f.table_name and g.delivery_no <= ? and g.status in (%s))
      """;

  private final JdbcTemplate jdbc;
  private final Tables tables;

  Deliveries(JdbcTemplate jdbc, Tables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  /** The newest published delivery, or 0. */
  int newest() {
    return jdbc.queryForObject(
        "select coalesce(max(delivery_no), 0) from delivery where status = 'PUBLISHED'",
        Integer.class);
  }

  /** The as-of days of all published deliveries up to one. */
  Map<Integer, LocalDate> asOfDays(int knownDelivery) {
    Map<Integer, LocalDate> days = new HashMap<>();
    jdbc.query(
        "select delivery_no, as_of from delivery where delivery_no <= ?",
        cursor -> {
          days.put(cursor.getInt(1), cursor.getObject(2, LocalDate.class));
        },
        knownDelivery);
    return days;
  }

  /** The deliveries that were begun and neither published nor discarded. */
  List<Integer> unpublished() {
    return jdbc.queryForList(
        "select delivery_no from delivery where status = 'RECEIVING' order by delivery_no",
        Integer.class);
  }

  /** Begins a delivery that nobody sees yet, and numbers it. */
  int begin(LocalDate asOf, String fingerprint, Instant receivedAt) {
    int delivery = newest() + 1;
    jdbc.update(
        "insert into delivery (delivery_no, as_of, fingerprint, status, received_at, read_by)"
            + " values (?, ?, ?, 'RECEIVING', ?, ?)",
        delivery,
        asOf,
        fingerprint,
        Timestamp.valueOf(LocalDateTime.ofInstant(receivedAt, ZoneOffset.UTC)),
        CodeHash.ofProgram());
    return delivery;
  }

  /** Notes what a clerk said about a delivery. */
  void decide(int delivery, List<Decision> decisions, Instructions instructions, Instant at) {
    int number = 0;
    for (Decision decision : decisions) {
      jdbc.update(
          "insert into delivery_decision (delivery_no, decision_no, kind, about, reason,"
              + " decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?)",
          delivery,
          ++number,
          decision.kind(),
          shortened(decision.about(), MAX_REFUSAL_CHARS),
          shortened(instructions.reason(), MAX_REASON_CHARS),
          instructions.systemUser(),
          Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
    }
  }

  /** Lets everybody see a delivery. */
  void publish(int delivery) {
    jdbc.update("update delivery set status = 'PUBLISHED' where delivery_no = ?", delivery);
  }

  /** Notes what became of a file in a delivery. */
  void add(int delivery, ReceivedFile file) {
    FileReport report = file.report();
    jdbc.update(
        "insert into delivered_file (delivery_no, table_name, file_name, sha256, size_bytes,"
            + " encoding, status, physical_lines, header_lines, blank_lines, accepted_rows,"
            + " rejected_rows, unknown_columns, refusal, notes, appeared_rows, changed_rows,"
            + " vanished_rows) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        delivery,
        report.table().name(),
        report.fileName(),
        report.sha256(),
        report.sizeBytes(),
        report.encoding(),
        file.status().name(),
        report.physicalLines(),
        report.headerLines(),
        report.blankLines(),
        report.acceptedRows(),
        report.rejectedRows(),
        joined(report.unknownColumns()),
        report.refusal() == null ? null : shortened(report.refusal(), MAX_REFUSAL_CHARS),
        joined(report.notes()),
        file.changes().appeared(),
        file.changes().changed(),
        file.changes().vanished());
  }

  /** The last accepted file of each table, by the name of the table. */
  Map<String, ReceivedFile> lastAccepted(int knownDelivery) {
    return files("'ACCEPTED'", knownDelivery);
  }

  /** The last file of each table, refused ones too, by the name of the table. */
  Map<String, ReceivedFile> lastReceived(int knownDelivery) {
    Map<String, ReceivedFile> accepted = lastAccepted(knownDelivery);
    Map<String, ReceivedFile> received = files("'ACCEPTED', 'REFUSED', 'SAME'", knownDelivery);
    received.replaceAll(
        (table, file) -> file.status() == FileStatus.SAME ? accepted.get(table).sameAgain() : file);
    return received;
  }

  /** The files with mended rows that came after the last accepted file of their table. */
  List<ReceivedFile> supplements(int knownDelivery) {
    Map<String, ReceivedFile> accepted = lastAccepted(knownDelivery);
    return jdbc
        .query(
            "select f.*, d.as_of from delivered_file f join delivery d"
                + " on d.delivery_no = f.delivery_no where f.status = 'SUPPLEMENT'"
                + " and f.delivery_no <= ? order by f.delivery_no, f.table_name",
            (cursor, row) -> file(cursor, tables.table(cursor.getString("table_name"))),
            knownDelivery)
        .stream()
        .filter(
            file -> {
              ReceivedFile before = accepted.get(file.table().name());
              return before == null || before.delivery() < file.delivery();
            })
        .toList();
  }

  /** The names of the tables that the last delivery of snapshots brought, up to one. */
  Set<String> lastSnapshot(int knownDelivery) {
    return Set.copyOf(
        jdbc.queryForList(
            "select table_name from delivered_file where delivery_no = (select max(delivery_no)"
                + " from delivered_file where status <> 'SUPPLEMENT' and delivery_no <= ?)",
            String.class,
            knownDelivery));
  }

  /** True when a delivery is that of a day, with these files and instructions. */
  boolean is(int delivery, LocalDate asOf, String fingerprint) {
    return !jdbc.queryForList(
            "select delivery_no from delivery where delivery_no = ? and as_of = ?"
                + " and fingerprint = ?",
            Integer.class,
            delivery,
            asOf,
            fingerprint)
        .isEmpty();
  }

  /** All files of a delivery as it received them, in the order of the tables. */
  List<ReceivedFile> files(int delivery) {
    Map<String, ReceivedFile> accepted = lastAccepted(delivery);
    Map<String, ReceivedFile> files = new HashMap<>();
    jdbc.query(
        "select f.*, d.as_of from delivered_file f join delivery d"
            + " on d.delivery_no = f.delivery_no where f.delivery_no = ?",
        cursor -> {
          String name = cursor.getString("table_name");
          ReceivedFile file = file(cursor, tables.table(name));
          boolean same = file.status() == FileStatus.SAME;
          files.put(name, same ? accepted.get(name).sameAgain() : file);
        },
        delivery);
    return tables.all().stream().map(t -> files.get(t.name())).filter(Objects::nonNull).toList();
  }

  /** The {@link CodeHash} of the program that read the files of a delivery. */
  String readBy(int delivery) {
    return jdbc.queryForObject(
        "select read_by from delivery where delivery_no = ?", String.class, delivery);
  }

  /** True when rows of a table were mended after a delivery. */
  boolean isSupplementedSince(Table table, int delivery) {
    return !jdbc.queryForList(
            "select delivery_no from delivered_file where status = 'SUPPLEMENT'"
                + " and table_name = ? and delivery_no > ?",
            Integer.class,
            table.name(),
            delivery)
        .isEmpty();
  }

  /** The name of a table's file in a delivery; that of the table when only a clerk spoke. */
  String fileName(Table table, int delivery) {
    return jdbc
        .queryForList(
            "select file_name from delivered_file where delivery_no = ? and table_name = ?",
            String.class,
            delivery,
            table.name())
        .stream()
        .findFirst()
        .orElse(table.name());
  }

  /** True when a supplement with these bytes is known already. */
  boolean isSupplemented(Table table, String sha256) {
    Integer times =
        jdbc.queryForObject(
            "select count(*) from delivered_file f join delivery d"
                + " on d.delivery_no = f.delivery_no where f.status = 'SUPPLEMENT'"
                + " and d.status = 'PUBLISHED' and f.table_name = ? and f.sha256 = ?",
            Integer.class,
            table.name(),
            sha256);
    return times != null && times > 0;
  }

  private Map<String, ReceivedFile> files(String statuses, int knownDelivery) {
    Map<String, ReceivedFile> files = new LinkedHashMap<>();
    jdbc.query(
        FILES.formatted(statuses),
        cursor -> {
          String name = cursor.getString("table_name");
          files.put(name, file(cursor, tables.table(name)));
        },
        knownDelivery);
    return files;
  }

  private static ReceivedFile file(ResultSet cursor, Table table) throws SQLException {
    FileReport report =
        new FileReport(
            table,
            cursor.getString("file_name"),
            cursor.getString("sha256"),
            cursor.getLong("size_bytes"),
            cursor.getString("encoding"),
            cursor.getLong("physical_lines"),
            cursor.getLong("header_lines"),
            cursor.getLong("blank_lines"),
            cursor.getLong("accepted_rows"),
            cursor.getLong("rejected_rows"),
            split(cursor.getString("unknown_columns")),
            cursor.getString("refusal"),
            split(cursor.getString("notes")));
    return new ReceivedFile(
        cursor.getInt("delivery_no"),
        cursor.getObject("as_of", LocalDate.class),
        FileStatus.valueOf(cursor.getString("status")),
        report,
        new Changes(
            cursor.getLong("appeared_rows"),
            cursor.getLong("changed_rows"),
            cursor.getLong("vanished_rows")));
  }

  private static String joined(List<String> texts) {
    return shortened(String.join(SEPARATOR, texts), MAX_LIST_CHARS);
  }

  private static List<String> split(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
  }

  private static String shortened(String text, int maxChars) {
    String printable = text.replace('\0', '␀');
    return printable.length() <= maxChars ? printable : printable.substring(0, maxChars);
  }
}
