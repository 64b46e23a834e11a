package bangfu.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.intake.Tables;
import bangfu.register.Instructions;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nights of deliveries that are mostly yesterday's, taken twice: by the short way, which looks at
 * what differs, and by the long one, which reads and checks everything as another version of the
 * program would. All that is left behind is the same.
 */
@OnEachDatabase
class RepeatedDeliveryTest {
  private static final int HOUSEHOLDS = 40;
  private static final int NIGHTS = 6;
  private static final int SERIES = Boolean.getBoolean("bangfu.slow") ? 20 : 2;
  private static final int[] DAYS_BETWEEN = {0, 1, 1, 3, 30, 400};
  private static final Instructions SHRINKING =
      new Instructions(Set.of(), List.of(), true, false, "", "clerk");
  private static final Instructions CORRECTING =
      new Instructions(Set.of("cz_account", "nb_household"), List.of(), true, false, "", "clerk");

  @Parameter TestServer server;

  @TempDir Path folder;

  @Test
  void theShortWayLeavesWhatTheLongOneLeaves() throws IOException {
    for (int seed = 1; seed <= SERIES; seed++) {
      compareNights(new Random(seed), folder.resolve("series-" + seed));
    }
  }

  private void compareNights(Random random, Path series) throws IOException {
    Path extracts = series.resolve("extracts");
    new SampleGenerator(random.nextLong(), HOUSEHOLDS).write(extracts);
    try (Bureau shortWay = new Bureau(server, series.resolve("short"));
        Bureau longWay = new Bureau(server, series.resolve("long"))) {
      LocalDate day = LocalDate.of(2017, 3, 30);
      for (int night = 0; night < NIGHTS; night++) {
        Instructions instructions = random.nextInt(5) == 0 ? CORRECTING : SHRINKING;
        longWay.forgetWhatMayBeKept();
        shortWay.receive(extracts, day, instructions);
        longWay.receive(extracts, day, instructions);
        assertThat(shortWay.left(day))
            .as("%s, night %d", series.getFileName(), night)
            .isEqualTo(longWay.left(day));
        day = day.plusDays(DAYS_BETWEEN[random.nextInt(DAYS_BETWEEN.length)]);
        new Clerk(random).change(extracts);
      }
    }
  }

  /** One who receives the deliveries, with a database and folders of its own. */
  private static final class Bureau implements AutoCloseable {
    private final Path folder;
    private final Database database;
    private final JdbcTemplate jdbc;

    Bureau(TestServer server, Path folder) throws IOException {
      this.folder = Files.createDirectories(folder);
      this.database = Database.open(server.newDatabase(folder));
      this.jdbc = new JdbcTemplate(database.dataSource());
    }

    void forgetWhatMayBeKept() {
      jdbc.update("update delivery set read_by = 'another program'");
      jdbc.update("update unit_look set program = 'another program'");
    }

    void receive(Path extracts, LocalDate day, Instructions instructions) throws IOException {
      new ImportJob(database, Progress.SILENT, Clock.systemUTC())
          .run(extracts, day, instructions, folder);
    }

    /** Files by their names, and tables by theirs. */
    Map<String, Object> left(LocalDate day) throws IOException {
      Map<String, Object> left = new TreeMap<>();
      Path night = folder.resolve("imports").resolve(day.toString());
      try (Stream<Path> files = Files.walk(night)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          left.put(night.relativize(file).toString(), Files.readString(file, ISO_8859_1));
        }
      }
      for (String table :
          List.of("delivered_file", "absent_row", "rejected_cell", "moved_household")) {
        left.put(
            table,
            jdbc.queryForList("select * from " + table).stream()
                .map(Object::toString)
                .sorted()
                .toList());
      }
      left.put("facts", facts());
      return left;
    }

    private List<String> facts() {
      Register register = new Register(database.dataSource(), Tables.standard());
      int newest = register.newestDelivery();
      List<String> facts = new ArrayList<>();
      Tables.standard()
          .all()
          .forEach(table -> register.forEachStored(table, newest, row -> facts.add(text(row))));
      register
          .units(newest)
          .forEach(0, 1, unit -> facts.add(unit.households() + " " + unit.rows().size()));
      return facts.stream().sorted().toList();
    }

    private static String text(StoredRow row) {
      List<String> versions =
          row.history().stream().map(v -> v.from() + " " + v.row().content()).toList();
      return row.source() + " " + row.row().content() + " " + versions + " " + row.endedOn();
    }

    @Override
    public void close() {
      database.close();
    }
  }

  /** Changes some files of a delivery by and by, as departments do. */
  private record Clerk(Random random) {
    void change(Path extracts) throws IOException {
      try (Stream<Path> files = Files.list(extracts)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
          if (random.nextInt(3) > 0) {
            change(file, file.getFileName().toString().startsWith("nb_"));
          }
        }
      }
    }

    private void change(Path file, boolean indispensable) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Charset charset = charset(bytes);
      List<String> lines = new ArrayList<>(new String(bytes, charset).lines().toList());
      int changes = random.nextInt(4);
      for (int i = 0; i < changes && lines.size() > 2; i++) {
        change(lines, 1 + random.nextInt(lines.size() - 1));
      }
      Charset later = random.nextInt(12) == 0 ? Charset.forName("GB18030") : charset;
      if (random.nextInt(12) == 0 && !indispensable) {
        lines.replaceAll(line -> line + ",");
      }
      Files.writeString(file, String.join("\r\n", lines) + "\r\n", later);
    }

    private static Charset charset(byte[] bytes) {
      String utf8 = new String(bytes, UTF_8);
      return utf8.contains("\uFFFD") ? Charset.forName("GB18030") : UTF_8;
    }

    private void change(List<String> lines, int at) {
      int other = 1 + random.nextInt(lines.size() - 1);
      String line = lines.get(at);
      switch (random.nextInt(9)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(other, line);
        case 2 -> lines.set(at, lines.set(other, line));
        case 3 -> lines.set(at, line + "\"");
        case 4 -> lines.add(at, ",".repeat((int) line.chars().filter(c -> c == ',').count()));
        case 5 -> lines.add(other, mixed(line, lines.get(other)));
        case 6 -> lines.set(at, ' ' + line);
        default -> lines.set(at, mixed(line, lines.get(other)));
      }
    }

    /** One cell of another row in place of that of a row. */
    private String mixed(String line, String other) {
      String[] cells = line.split(",", -1);
      String[] others = other.split(",", -1);
      int cell = random.nextInt(cells.length);
      cells[cell] = cell < others.length ? others[cell] : "";
      return String.join(",", cells);
    }
  }
}
