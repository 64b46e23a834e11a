package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.Database;
import bangfu.database.Holder;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.payment.MoneyChecks.Result;
import bangfu.payment.profile.BankProfile;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever tampers with the ledger, with money or with files is found by the check for it. */
@OnEachDatabase
class VerificationTest {
  private static final YearMonth MARCH = YearMonth.of(2017, 3);
  private static final Clock CLOCK = Clock.systemUTC();

  @Parameter TestServer server;

  @TempDir Path folder;
  private Database database;
  private JdbcTemplate jdbc;

  @BeforeEach
  void sendAMonth() throws IOException {
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 60).write(extracts);
    String url = server.newDatabase(folder);
    try (Database preparer = Database.open(url, holder("wang"))) {
      run(preparer, request(extracts, "test"));
    }
    database = Database.open(url, holder("shen"));
    jdbc = new JdbcTemplate(database.dataSource());
    PaymentDesk desk = new PaymentDesk(database, CLOCK);
    PaymentDesk.Decision decision = new PaymentDesk.Decision("李审", "核对无误");
    desk.approve(MARCH, null, decision);
    desk.send(MARCH, null, folder.resolve("out"), decision);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static void run(Database operator, MonthRequest request) {
    new MonthlyJob(operator, new Policy(), Progress.SILENT, CLOCK).run(request);
  }

  private MonthRequest request(Path extracts, String version) {
    return new MonthRequest(
        extracts,
        MARCH,
        folder.resolve("out"),
        500,
        1,
        false,
        BankProfile.standard(),
        "王办",
        version);
  }

  private static Holder holder(String user) {
    return new Holder(user, 1, "host", "bangfu test", Instant.EPOCH);
  }

  @Test
  void findsNothingInAnHonestRegister() {
    assertThat(results()).allMatch(result -> result.firstBreak() == null);
    assertThat(looked("SEALS")).isGreaterThan(50);
    assertThat(looked("BANK_ROWS")).isPositive();
    assertThat(looked("MONTH_FILES")).isEqualTo(1);
    assertThat(looked("SENT_FILES")).isEqualTo(1);
  }

  @Test
  void aCorrectionMayWriteTheMonthAnew() throws IOException {
    Path manifest = folder.resolve("out/2017-03/manifest.json");
    String before = Files.readString(manifest);
    run(database, request(null, "newer").posting(new Correction(Scope.ALL, "更正", "李审")));

    assertThat(Files.readString(manifest)).isNotEqualTo(before);
    assertThat(broken()).isEmpty();
  }

  @Test
  void findsAChangedTextOfALine() {
    jdbc.update("update ledger_line set village = 'X' where line_no = 2017030000003");
    assertBreaks("SEALS", "201703-0000001 … ");
  }

  @Test
  void namesTheLineWhoseKeyWasChanged() {
    jdbc.update("update ledger_line set period = 'Y2019' where line_no = 2017030000003");
    assertBreaks("SEALS", "201703-0000003");
  }

  @Test
  void findsALineThatNobodyPosted() {
    jdbc.update(
        "insert into ledger_line select line_no + 5000, posting_month, household_no, "
            + "cast('00000000-0000-0000-0000-000000000001' as uuid)"
            + ", town, village, subject, subject_name, clause, title, period, accrued_on,"
            + " payer_level, payer_town, fund, payee_kind, payee, amount_fen, original_line_no,"
            + " reason, correction, revision, evidence from ledger_line"
            + " where line_no = 2017030000003");
    assertThat(broken()).contains("SEALS", "NUMBERS");
  }

  @Test
  void findsABankRowThatIsNotTheSumOfItsLines() {
    jdbc.update(
        "update bank_row set amount_fen = amount_fen + 1 where detail_no ="
            + " (select min(detail_no) from bank_row)");
    assertThat(broken()).containsExactlyInAnyOrder("BANK_ROWS", "BALANCE");
  }

  @Test
  void findsALostLine() {
    jdbc.update("delete from bank_line where line_no = (select min(line_no) from bank_line)");
    assertThat(broken()).contains("NOTHING_LOST");
  }

  @Test
  void findsALineInAClosedMonth() {
    new PaymentDesk(database, CLOCK).close(MARCH, new PaymentDesk.Decision("李审", "三月结账"));
    assertThat(broken()).isEmpty();
    jdbc.update("update closed_month set last_line_no = last_line_no - 1");
    assertThat(broken()).containsExactly("CLOSED");
  }

  @Test
  void findsAChangedFile() throws IOException {
    Path file = folder.resolve("out/2017-03/summary.csv");
    Files.writeString(file, "x", StandardOpenOption.APPEND);
    assertBreaks("MONTH_FILES", file.toString());
  }

  @Test
  void findsAChangedLedgerOfAHousehold() throws IOException {
    Path file;
    try (var files = Files.walk(folder.resolve("out/2017-03/ledgers"))) {
      file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.delete(file);
    assertBreaks("MONTH_FILES", folder.resolve("out/2017-03/ledgers").toString());
  }

  @Test
  void findsAMissingFileThatWasSent() throws IOException {
    Path file = folder.resolve("out/sent/201703-001/settlement/insurers.csv");
    Files.delete(file);
    assertBreaks("SENT_FILES", file.toString());
  }

  private List<Result> results() {
    return new Verification(database).of(folder.resolve("out"));
  }

  private List<String> broken() {
    return results().stream().filter(r -> r.firstBreak() != null).map(Result::name).toList();
  }

  private long looked(String check) {
    return results().stream()
        .filter(r -> r.name().equals(check))
        .findFirst()
        .orElseThrow()
        .looked();
  }

  private void assertBreaks(String check, String first) {
    assertThat(results())
        .filteredOn(result -> result.firstBreak() != null)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.name()).isEqualTo(check);
              assertThat(result.firstBreak()).startsWith(first);
            });
  }
}
