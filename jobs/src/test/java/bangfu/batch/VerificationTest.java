package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import bangfu.database.Database;
import bangfu.database.Holder;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Resealing;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever tampers with the ledger, with money or with files is found by the check for it. */
@OnEachDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {
  private static final YearMonth MARCH = YearMonth.of(2017, 3);
  private static final String LINE = "201703-0000003";
  private static final Clock CLOCK = Clock.systemUTC();

  @Parameter TestServer server;

  @TempDir static Path all;
  private Path sent;
  private String sentUrl;
  private Path folder;
  private Database database;
  private JdbcTemplate jdbc;

  @BeforeParameterizedClassInvocation
  void sendAMonth() throws IOException {
    sent = Files.createDirectory(all.resolve(server.name()));
    Path extracts = sent.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 60).write(extracts);
    folder = sent;
    sentUrl = server.newDatabase(folder);
    try (Database preparer = Database.open(sentUrl, holder("wang"))) {
      run(preparer, request(extracts, "test"));
    }
    try (Database approver = Database.open(sentUrl, holder("shen"))) {
      PaymentDesk desk = new PaymentDesk(approver, CLOCK);
      PaymentDesk.Decision decision = new PaymentDesk.Decision("李审", "核对无误");
      desk.approve(MARCH, null, decision);
      desk.send(MARCH, null, folder.resolve("out"), decision);
    }
  }

  @BeforeEach
  void open(@TempDir Path test) {
    folder = test.resolve("copy");
    database = Database.open(server.copy(sentUrl, sent, folder), holder("shen"));
    jdbc = new JdbcTemplate(database.dataSource());
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
    assertThat(breaks())
        .containsOnly(
            entry("SEALS", "201703-0000001 … 201703-0000103"),
            entry("LEDGER_FILES", "2017-03 " + LINE));
  }

  @Test
  void namesTheLineWhoseKeyWasChanged() {
    jdbc.update("update ledger_line set period = 'Y2019' where line_no = 2017030000003");
    assertThat(breaks())
        .containsOnly(entry("SEALS", LINE), entry("LEDGER_FILES", "2017-03 " + LINE));
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
    String first = firstBankLine();
    jdbc.update("delete from bank_line where line_no = (select min(line_no) from bank_line)");
    assertThat(breaks())
        .containsOnly(entry("BANK_ROWS", first.replace("-", "")), entry("ONE_PLACE", first));
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

  @Test
  void findsAReversalThatNamesAnotherLine() throws IOException {
    String reversal = reverseALine();
    jdbc.update(
        "update reversal set line_no = (select max(line_no) from ledger_line) where line_no = ?",
        number(reversal));
    assertThat(breaks()).containsOnly(entry("REVERSALS", reversal));
  }

  @Test
  void findsAReversalOfAnotherSum() throws IOException {
    String reversal = reverseALine();
    jdbc.update(
        "update ledger_line set amount_fen = amount_fen + 1 where line_no = ?", number(reversal));
    sealAnew();
    assertThat(breaks()).containsEntry("REVERSALS", reversal).containsKey("BALANCE");
  }

  @Test
  void findsALineWithoutEvidence() {
    jdbc.update("update ledger_line set evidence = '' where line_no = ?", number(LINE));
    assertThat(breaks())
        .containsOnly(entry("SEALS", "201703-0000001 … 201703-0000103"), entry("EVIDENCE", LINE));
  }

  @Test
  void findsALineWithTwoLiveBankRows() {
    String first = firstBankLine();
    dropConstraints("bank_line", "one_successor", "attempts_in_turn", "after_an_attempt");
    dropConstraints("bank_row", "bank_row_household", "bank_row_place");
    jdbc.update(
        "insert into bank_row select 'TWICE', file_name, row_no, household_no, account,"
            + " account_name, bank_name, bank_code, (select amount_fen from ledger_line"
            + " where line_no = ?), 0 from bank_row where detail_no = ?",
        number(first),
        first.replace("-", ""));
    jdbc.update(
        "insert into bank_line select line_no, 1, 'TWICE', posting_month, batch_no, null, 0"
            + " from bank_line where line_no = ?",
        number(first));
    assertThat(breaks()).containsOnly(entry("ONE_INSTRUCTION", first), entry("BALANCE", "2017-03"));
  }

  @Test
  void findsALineThatIsPaidAndSettled() {
    String first = firstBankLine();
    jdbc.update(
        "insert into bank_line select (select min(line_no) from ledger_line"
            + " where payee_kind <> 'HOUSEHOLD'), attempt, detail_no, posting_month, batch_no,"
            + " after_detail_no, 0 from bank_line where line_no = ?",
        number(first));
    String settled =
        LineNumber.text(
            jdbc.queryForObject(
                "select min(line_no) from ledger_line where payee_kind <> 'HOUSEHOLD'",
                Long.class));
    assertThat(breaks())
        .containsOnly(entry("BANK_ROWS", first.replace("-", "")), entry("ONE_PLACE", settled));
  }

  @Test
  void findsABatchThatItsPreparerApproved() {
    dropConstraints("batch_approval", "four_eyes");
    jdbc.update("update batch_approval set approved_by = prepared_by");
    assertThat(breaks()).containsOnly(entry("FOUR_EYES", "1"));
  }

  @Test
  void aLedgerThatWasChangedAndSealedAnewIsFoundByItsAnchors() {
    jdbc.update("update ledger_line set village = 'X' where line_no = ?", number(LINE));
    sealAnew();
    String manifest = folder.resolve("out/2017-03/manifest.json").toString();
    assertThat(breaks())
        .containsOnly(entry("ANCHORS", manifest), entry("LEDGER_FILES", "2017-03 " + LINE));
  }

  @Test
  void aCopyOfAManifestFindsWhatWasChangedInTheFoldersToo() throws IOException {
    Path copy = Files.copy(folder.resolve("out/2017-03/manifest.json"), folder.resolve("kept"));
    jdbc.update("update ledger_line set village = 'X' where line_no = ?", number(LINE));
    sealAnew();
    jdbc.update("delete from batch_dispatch");
    run(database, request(null, "test").posting(new Correction(Scope.ALL, "更正", "李审")));
    deleteAll(folder.resolve("out/sent"));
    assertThat(breaks()).isEmpty();

    assertThat(results(null, copy))
        .filteredOn(result -> result.firstBreak() != null)
        .singleElement()
        .isEqualTo(new Result("ANCHORS", 1, copy.toString()));
  }

  @Test
  void aRegisterThatWasCutBackIsFoundByTheFoldersOfWhatIsGone() throws IOException {
    reverseALine();
    assertThat(breaks()).isEmpty();
    for (String table : List.of("recovery", "reversal", "held_line", "bank_line", "ledger_seal")) {
      String line = table.equals("ledger_seal") ? "last_line_no" : "line_no";
      jdbc.update("delete from " + table + " where " + line + " > 2017040000000");
    }
    jdbc.update("delete from bank_row where file_name like '%201704%'");
    jdbc.update("delete from ledger_line where posting_month = 201704");
    jdbc.update("delete from posted_month where posting_month = 201704");

    assertThat(breaks())
        .containsOnly(entry("ANCHORS", folder.resolve("out/2017-04/manifest.json").toString()));
  }

  @Test
  void aRunThatWasKilledBeforeItWroteItsFolderIsNoBreak() throws IOException {
    reverseALine();
    jdbc.update("update job_run set status = 'RUNNING' where posting_month = 201704");
    assertThat(breaks()).isEmpty();

    Files.writeString(folder.resolve("out/2017-04/summary.csv"), "x", StandardOpenOption.APPEND);
    assertThat(breaks()).containsOnlyKeys("MONTH_FILES");
  }

  @Test
  void aMonthAloneIsLookedAtWithoutTheOthers() throws IOException {
    String reversal = reverseALine();
    Files.delete(folder.resolve("out/2017-03/summary.csv"));
    jdbc.update("update ledger_line set village = 'X' where line_no = ?", number(LINE));
    assertThat(breaks()).containsOnlyKeys("SEALS", "MONTH_FILES", "LEDGER_FILES");
    assertThat(breaksOf(YearMonth.of(2017, 4))).isEmpty();
    assertThat(breaksOf(MARCH)).containsOnlyKeys("SEALS", "MONTH_FILES", "LEDGER_FILES");

    jdbc.update("update ledger_line set evidence = '' where line_no = 2017030000004");
    jdbc.update("update ledger_line set village = 'X' where line_no = ?", number(reversal));
    assertThat(breaksOf(YearMonth.of(2017, 4)))
        .containsOnlyKeys("SEALS", "LEDGER_FILES")
        .containsEntry("LEDGER_FILES", "2017-04 " + reversal);
  }

  /** Everyone with a line in March died before: April reverses all of it. */
  private String reverseALine() throws IOException {
    Path deaths = folder.resolve("extracts/zx_death.csv");
    for (String person :
        jdbc.queryForList(
            "select distinct subject from ledger_line where clause = '2.2.5-e'", String.class)) {
      Files.writeString(deaths, person + ",2017-03-01\r\n", StandardOpenOption.APPEND);
    }
    run(
        database,
        new MonthRequest(
            folder.resolve("extracts"),
            MARCH.plusMonths(1),
            folder.resolve("out"),
            500,
            1,
            false,
            BankProfile.standard(),
            "王办",
            "test"));
    return LineNumber.text(
        jdbc.queryForObject(
            "select min(line_no) from ledger_line where amount_fen < 0", Long.class));
  }

  private String firstBankLine() {
    return LineNumber.text(jdbc.queryForObject("select min(line_no) from bank_line", Long.class));
  }

  private static long number(String lineNo) {
    return LineNumber.parse(lineNo);
  }

  private void dropConstraints(String table, String... names) {
    for (String name : names) {
      jdbc.execute("alter table " + table + " drop constraint " + name);
    }
  }

  /** What somebody does who knows how seals are made. */
  private void sealAnew() {
    jdbc.update("delete from ledger_seal");
    Resealing.all(database.dataSource());
  }

  private static void deleteAll(Path below) throws IOException {
    try (var files = Files.walk(below)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<Result> results() {
    return results(null);
  }

  private List<Result> results(YearMonth month, Path... copies) {
    return new Verification(database, month).of(folder.resolve("out"), List.of(copies));
  }

  /** What each broken check names. */
  private Map<String, String> breaks() {
    return breaksOf(null);
  }

  private Map<String, String> breaksOf(YearMonth month) {
    return results(month).stream()
        .filter(result -> result.firstBreak() != null)
        .collect(Collectors.toMap(Result::name, Result::firstBreak));
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
