package bangfu.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.database.Database;
import bangfu.database.TestServer;
import bangfu.intake.DeliveredBytes;
import bangfu.intake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A district's bureau: a database and a folder in which deliveries are written as CSV. */
final class Bureau implements AutoCloseable {
  static final String HOUSEHOLDS = "户编号,镇街代码,村居代码,户主身份证号,帮扶类别,家庭人口,核定年度,家庭年可支配收入,建档日期,原户编号\n";
  static final String MEMBERS = "户编号,身份证号,姓名,性别,出生日期,与户主关系,户籍,户口性质,加入日期\n";
  static final String ANNA = "440499198001010027";
  static final String BO = "440499198202020013";
  static final String CAI = "440499201003030032";

  final Path folder;
  final Database database;
  final Register register;
  private final Reception reception;

  Bureau(TestServer server, Path folder) {
    this.folder = folder;
    this.database = Database.open(server.newDatabase(folder));
    this.register = new Register(database.dataSource(), Tables.standard());
    this.reception =
        new Reception(
            database.dataSource(),
            database.transactions(),
            Tables.standard(),
            Clock.fixed(Instant.parse("2017-04-01T00:00:00Z"), ZoneOffset.UTC));
  }

  /** A bureau that has received two households, H1 with Anna and H2 with Bo, as of 2017-03-31. */
  static Bureau withTwoHouseholds(TestServer server, Path folder) throws IOException {
    Bureau bureau = new Bureau(server, folder);
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "1"));
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博"));
    bureau.receive("2017-03-31");
    return bureau;
  }

  static String household(String number, String group) {
    return household(number, group, "");
  }

  static String household(String number, String group, String origin) {
    return "%s,440403107,440403107001,%s,%s,1,2016,3000.00,2016-01-01,%s\n"
        .formatted(number, ANNA, group, origin);
  }

  static String member(String household, String id, String name) {
    return "%s,%s,%s,女,1980-01-01,户主,本区,农村,\n".formatted(household, id, name);
  }

  /** Writes the file of a table into the folder of the next delivery. */
  void deliver(String table, String csv) throws IOException {
    Files.createDirectories(folder.resolve("delivery"));
    Files.writeString(folder.resolve("delivery/" + table + ".csv"), csv, UTF_8);
  }

  void withhold(String table) throws IOException {
    Files.delete(folder.resolve("delivery/" + table + ".csv"));
  }

  /** Receives the folder, or none at all, with what a clerk says about it. */
  DeliveryReport receive(String asOf, boolean withFiles, Instructions instructions)
      throws IOException {
    return reception.receive(
        withFiles ? folder.resolve("delivery") : null,
        LocalDate.parse(asOf),
        instructions,
        new DeliveredBytes(),
        ProgressListener.none());
  }

  /** Receives the folder, at which somebody may have looked before. */
  DeliveryReport receive(String asOf, DeliveredBytes bytes) throws IOException {
    return reception.receive(
        folder.resolve("delivery"),
        LocalDate.parse(asOf),
        Instructions.NONE,
        bytes,
        ProgressListener.none());
  }

  DeliveryReport receive(String asOf) throws IOException {
    return reception.receive(
        folder.resolve("delivery"), LocalDate.parse(asOf), ProgressListener.none());
  }

  /** The only row of a table about a subject. */
  StoredRow row(String table, String subject, int knownDelivery) {
    List<StoredRow> rows = rows(table, subject, knownDelivery);
    if (rows.size() != 1) {
      throw new AssertionError("expected one row, but was " + rows);
    }
    return rows.get(0);
  }

  List<StoredRow> rows(String table, String subject, int knownDelivery) {
    List<StoredRow> rows = new ArrayList<>();
    register.forEachStored(
        Tables.standard().table(table),
        knownDelivery,
        row -> {
          if (subject.equals(row.row().subject())) {
            rows.add(row);
          }
        });
    return rows;
  }

  /** The rows that the last accepted file of a table did not bring again. */
  List<String> absentKeys(String table) {
    List<String> keys = new ArrayList<>();
    register.forEachAbsent(
        register.lastAccepted(register.newestDelivery()).get(table),
        register.newestDelivery(),
        row -> keys.add(row.row().key()));
    return keys;
  }

  /** All versions that the register keeps, of any delivery. */
  List<FactVersion> versions() {
    List<FactVersion> versions = new ArrayList<>();
    FactPages pages = new FactPages(new JdbcTemplate(database.dataSource()), Tables.standard());
    for (int bucket = 0; bucket < Homes.ALL_BUCKETS; bucket++) {
      pages.read(bucket, Integer.MAX_VALUE, versions::add);
    }
    return versions;
  }

  /** Units with their households and persons, such as {@code H1: H1 H2}. */
  List<String> units() {
    List<String> units = new ArrayList<>();
    register
        .units(register.newestDelivery())
        .forEach(
            0,
            1,
            unit ->
                units.add(
                    unit.unit()
                        + ": "
                        + String.join(
                            " ",
                            unit.rows().stream()
                                .filter(row -> row.row().table().name().equals("nb_household"))
                                .map(row -> row.row().key())
                                .sorted()
                                .toList())));
    return units;
  }

  @Override
  public void close() {
    database.close();
  }
}
