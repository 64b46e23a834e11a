package bangfu.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.Staging;
import bangfu.register.Instructions;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** An assessment that knows only an earlier delivery gives what it gave then. */
@OnEachDatabase
class AsKnownOnTest {
  private static final Policy POLICY = new Policy();
  private static final YearMonth MONTH = YearMonth.of(2017, 9);

  @Parameter TestServer server;
  @TempDir Path folder;
  private Database database;
  private Path extracts;

  @BeforeEach
  void takeTheFirstDelivery() throws IOException {
    database = Database.open(server.newDatabase(folder));
    extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 120).write(extracts);
    receive("2017-03-31", Instructions.NONE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstResultComesAgainToTheFen() throws IOException {
    List<LedgerLine> first = assess(0);
    changeEverySecond("nb_household", "帮扶类别", "");
    changeEverySecond("mz_dibao", "终止日期", "2017-05-31");
    dropEveryThird("rs_medical");
    dropEveryThird("nb_member");
    receive("2017-09-15", correcting("nb_member"));

    assertThat(assess(0)).isNotEqualTo(first);
    assertThat(assess(1)).isNotEmpty().containsExactlyElementsOf(first);
  }

  @Test
  void whatWasPostedSinceCounts() throws IOException {
    assess(0);
    run();

    assertThat(assess(1)).isEmpty();
  }

  private void receive(String day, Instructions instructions) throws IOException {
    new ImportJob(database, Progress.SILENT, Clock.systemUTC())
        .run(extracts, LocalDate.parse(day), instructions, folder);
  }

  private static Instructions correcting(String table) {
    return new Instructions(Set.of(table), List.of(), true, false, "", "clerk");
  }

  private void run() {
    job().run(new MonthRequest(null, MONTH, folder.resolve("out"), 500, 2, "test"));
  }

  /** What the month would post, every line with all it says. */
  private List<LedgerLine> assess(int asKnownOn) {
    job().run(MonthRequest.dryRun(MONTH, asKnownOn, "test"));
    List<LedgerLine> lines = new ArrayList<>();
    new Staging(database.dataSource()).lines().forEachRemaining(lines::add);
    return lines;
  }

  private MonthlyJob job() {
    return new MonthlyJob(database, POLICY, Progress.SILENT, Clock.systemUTC());
  }

  private void changeEverySecond(String table, String column, String value) throws IOException {
    List<String> lines = lines(table, UTF_8);
    int cell = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1)).indexOf(column);
    for (int i = 1; i < lines.size(); i += 2) {
      String[] cells = lines.get(i).split(",", -1);
      cells[cell] = value;
      lines.set(i, String.join(",", cells));
    }
    write(table, lines, UTF_8);
  }

  private void dropEveryThird(String table) throws IOException {
    List<String> lines = lines(table, ISO_8859_1); // some tables are in GB18030
    for (int i = lines.size() - 1; i > 0; i -= 3) {
      lines.remove(i);
    }
    write(table, lines, ISO_8859_1);
  }

  private List<String> lines(String table, Charset charset) throws IOException {
    return new ArrayList<>(Files.readAllLines(extracts.resolve(table + ".csv"), charset));
  }

  private void write(String table, List<String> lines, Charset charset) throws IOException {
    Files.write(extracts.resolve(table + ".csv"), lines, charset);
  }
}
