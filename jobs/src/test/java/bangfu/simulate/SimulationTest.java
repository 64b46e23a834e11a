package bangfu.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.MonthRequest;
import bangfu.batch.MonthlyJob;
import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.ledger.Months;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What another policy would cost; nothing changes by asking. */
class SimulationTest {
  private static final YearMonth MONTH = YearMonth.of(2018, 1);
  private static final Policy TODAY = new Policy();
  private static final long YUAN = 100;

  @TempDir static Path folder;
  private static Database database;
  private static String atTheEdge;

  /** What a simulation said. */
  private record Said(SimulationTotals totals, List<HouseholdChange> changes, List<Edge> edges) {}

  @BeforeAll
  static void postTwoMonths() throws IOException {
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 300).write(extracts);
    atTheEdge = putAtTheEdge(extracts.resolve("nb_household.csv"));
    database = Database.open("jdbc:h2:file:" + folder.resolve("register"));
    run(database, extracts, YearMonth.of(2017, 9));
    run(database, null, MONTH);
  }

  private static void run(Database into, Path extracts, YearMonth month) {
    new MonthlyJob(into, TODAY, Progress.SILENT, Clock.systemUTC())
        .run(new MonthRequest(extracts, month, folder.resolve("out"), 500, 1, "test"));
  }

  /** A household of three gets an income half a yuan below three times the threshold. */
  private static String putAtTheEdge(Path file) throws IOException {
    String[] chosen = {null};
    rewrite(
        file,
        row -> {
          if (chosen[0] == null && row.get("家庭人口").equals("3")) {
            chosen[0] = row.get("户编号");
            row.put("家庭年可支配收入", "32999.50");
          }
        });
    assertThat(chosen[0]).isNotNull();
    return chosen[0];
  }

  private static void rewrite(Path file, java.util.function.Consumer<Map<String, String>> change)
      throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    String[] header = lines.get(0).replace("\uFEFF", "").split(",", -1);
    List<String> written = new ArrayList<>(List.of(String.join(",", header)));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      change.accept(row);
      List<String> changed = new ArrayList<>();
      for (String column : header) {
        changed.add(row.get(column));
      }
      written.add(String.join(",", changed));
    }
    Files.writeString(file, String.join("\r\n", written) + "\r\n");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Said ask(Policy tried, boolean assumeFiling) {
    List<HouseholdChange> changes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    Question question = new Question(TODAY, tried, MONTH, TODAY.firstDay(), assumeFiling, YUAN);
    SimulationTotals totals =
        new Simulation(database, question, units -> {}).run(changes::add, edges::add);
    return new Said(totals, changes, edges);
  }

  private static Policy with(String parameter, String value) {
    return new Policy(PolicyPack.builtIn().set(parameter, value, null));
  }

  @Test
  void todaysCostIsTheLedgerToTheFen() {
    Said said = ask(TODAY, false);
    Map<Cost, Long> ledger = new TreeMap<>();
    jdbc()
        .query(
            "select accrued_on, clause, town, payer_level, payer_town, fund, amount_fen"
                + " from ledger_line where posting_month <= "
                + Months.number(MONTH),
            row -> {
              ledger.merge(
                  new Cost(
                      row.getDate(1).toLocalDate().getYear(),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6)),
                  row.getLong(7),
                  Long::sum);
            });
    ledger.values().removeIf(fen -> fen == 0);
    Map<Cost, Long> costs = new TreeMap<>();
    said.totals().costs().forEach((cost, sum) -> costs.put(cost, sum.todayFen()));

    assertThat(costs).hasSizeGreaterThan(50).isEqualTo(ledger);
    assertThat(said.totals().all().todayFen()).isEqualTo(said.totals().ledgerFen());
  }

  @Test
  void theSamePolicyChangesNothing() {
    Said said = ask(TODAY, false);

    assertThat(said.totals().all().changeFen()).isZero();
    assertThat(said.changes()).allMatch(change -> change.sum().changeFen() == 0);
    assertThat(said.totals().winners() + said.totals().losers()).isZero();
  }

  @Test
  void askingLeavesEveryRowAsItWas() {
    Map<String, Integer> before = rows();

    ask(with("income-threshold", "5000"), true);

    assertThat(rows()).isEqualTo(before);
  }

  /** Every product table as the digest of all its rows. */
  private static Map<String, Integer> rows() {
    Map<String, Integer> digests = new TreeMap<>();
    for (String table :
        jdbc()
            .queryForList(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'",
                String.class)) {
      List<String> rows =
          jdbc().queryForList("select * from \"" + table + '"').stream()
              .map(
                  row ->
                      row.values().stream()
                          .map(
                              v ->
                                  v instanceof byte[] bytes
                                      ? java.util.Arrays.toString(bytes)
                                      : String.valueOf(v))
                          .collect(Collectors.joining("|")))
              .sorted()
              .toList();
      digests.put(table, rows.hashCode());
    }
    return digests;
  }

  @Test
  void aHigherRateCostsTheDifferenceForEachSum() {
    long sums =
        jdbc()
            .queryForObject(
                "select count(*) from ledger_line where clause = '2.2.4-b'", Long.class);
    Said said = ask(with("primary-aid", "2500"), false);

    assertThat(sums).isGreaterThan(20);
    assertThat(said.totals().all().changeFen()).isEqualTo(sums * 500 * YUAN);
    assertThat(said.totals().wonFen()).isEqualTo(sums * 500 * YUAN);
    assertThat(said.totals().losers()).isZero();
    assertThat(said.totals().by(Cost::clause))
        .allSatisfy(
            (clause, sum) -> assertThat(sum.changeFen() != 0).isEqualTo(clause.equals("2.2.4-b")));
    assertThat(said.changes().stream().mapToLong(c -> c.sum().changeFen()).sum())
        .isEqualTo(sums * 500 * YUAN);
  }

  @Test
  void aValueFromADayOnLeavesWhatAccruedBefore() {
    Policy tried =
        new Policy(PolicyPack.builtIn().set("accident-premium", "80", LocalDate.of(2018, 1, 1)));
    Map<Integer, Comparison> byYear = ask(tried, false).totals().by(Cost::year);

    assertThat(byYear.get(2017).changeFen()).isZero();
    assertThat(byYear.get(2018).changeFen()).isPositive();
  }

  @Test
  void withoutTheFilesMoneyStaysAndProposalsAreTold() {
    Said said = ask(with("income-threshold", "5000"), false);

    assertThat(said.totals().all().changeFen()).isZero();
    assertThat(said.totals().proposedTried(Proposal.END))
        .isGreaterThan(said.totals().proposedToday(Proposal.END));
  }

  @Test
  void followedProposalsCostWhatTheyWouldIfTheyHadBeenDelivered() throws IOException {
    Said said = ask(with("income-threshold", "8000"), true);
    Map<String, Proposal> proposals = new HashMap<>();
    said.changes().forEach(change -> proposals.put(change.household(), change.proposal()));
    assertThat(proposals.values()).contains(Proposal.END).doesNotContain(Proposal.FILE);

    Path extracts = folder.resolve("followed");
    Files.createDirectories(extracts);
    try (var files = Files.list(folder.resolve("extracts"))) {
      for (Path file : files.toList()) {
        Files.copy(file, extracts.resolve(file.getFileName()));
      }
    }
    rewrite(
        extracts.resolve("nb_household.csv"),
        row -> {
          if (proposals.get(row.get("户编号")) == Proposal.END) {
            row.put("建档日期", "");
            row.put("退出日期", "");
          }
        });
    try (Database other = Database.open("jdbc:h2:file:" + folder.resolve("other"))) {
      run(other, extracts, MONTH);
      Long ledger =
          new JdbcTemplate(other.dataSource())
              .queryForObject("select sum(amount_fen) from ledger_line", Long.class);
      assertThat(said.totals().all().triedFen()).isEqualTo(ledger);
    }
    assertThat(said.totals().lostFen()).isPositive();
  }

  @Test
  void aHouseholdHalfAYuanBelowTheThresholdLosesAllByEarningOneMore() {
    Said said = ask(TODAY, false);

    assertThat(said.edges())
        .filteredOn(edge -> edge.household().equals(atTheEdge) && !edge.tried())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.above()).isFalse();
              assertThat(edge.incomeFen()).isEqualTo(3_299_950);
              assertThat(edge.changeFen()).isEqualTo(-netFen(atTheEdge));
            });
  }

  @Test
  void aHouseholdJustAboveIsFoundFromTheOtherSide() {
    Said said = ask(with("income-threshold", "10999.70"), false);

    assertThat(said.edges())
        .filteredOn(edge -> edge.household().equals(atTheEdge) && edge.tried())
        .singleElement()
        .matches(Edge::above)
        .matches(edge -> edge.changeFen() == netFen(atTheEdge));
  }

  private static long netFen(String household) {
    return jdbc()
        .queryForObject(
            "select coalesce(sum(amount_fen), 0) from ledger_line where household_no = ?",
            Long.class,
            household);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    Policy tried = with("income-threshold", "8000");

    assertThat(ask(tried, true).changes()).isEqualTo(ask(tried, true).changes()).isNotEmpty();
  }

  private static JdbcTemplate jdbc() {
    return new JdbcTemplate(database.dataSource());
  }
}
