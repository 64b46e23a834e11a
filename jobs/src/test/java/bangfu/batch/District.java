package bangfu.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.database.Database;
import bangfu.register.Instructions;
import bangfu.rules.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small district: its departments' tables, and the monthly job on a real database. */
final class District extends Departments implements AutoCloseable {
  private static final Policy POLICY = new Policy();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Database database;

  District(Path folder) {
    this.folder = folder;
    this.database = Database.open("jdbc:h2:file:" + folder.resolve("register").toAbsolutePath());
  }

  /** Delivers all tables as of the month's last day and runs the month. */
  MonthResult run(String month) {
    return run(month, deliver());
  }

  /** Runs the month on what nightly imports left. */
  MonthResult runWithoutExtracts(String month) {
    return run(month, null);
  }

  private MonthResult run(String month, Path delivery) {
    return new MonthlyJob(database, POLICY, Progress.SILENT, CLOCK)
        .run(new MonthRequest(delivery, YearMonth.parse(month), folder, 500, 1, "test"));
  }

  /** Delivers all tables and imports them as of a day. */
  ImportJob.ImportResult receive(String asOf, Instructions instructions) throws IOException {
    return new ImportJob(database, Progress.SILENT, CLOCK)
        .run(deliver(), LocalDate.parse(asOf), instructions, folder);
  }

  private Path deliver() {
    return deliverTo(folder.resolve("delivery"));
  }

  /** Some columns of each row of a written file, joined by blanks. */
  List<String> rows(String month, String file, String... columns) throws IOException {
    String text = Files.readString(folder.resolve(month).resolve(file), UTF_8);
    List<String> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text.substring(1), format)) {
      for (CSVRecord row : parser) {
        rows.add(String.join(" ", Arrays.stream(columns).map(row::get).toList()));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    database.close();
  }
}
