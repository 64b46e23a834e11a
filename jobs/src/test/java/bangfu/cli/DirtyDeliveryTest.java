package bangfu.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.intake.DeliveredFile;
import bangfu.intake.FileReport;
import bangfu.intake.ReasonCode;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.TableReader;
import bangfu.intake.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The monthly job on the sample with every defect planted, against the same month of the clean
 * sample: each plant is found where it was planted, and the money is the clean sample's but for
 * what the list of plants predicts.
 */
class DirtyDeliveryTest {
  private static final String MONTH = "2017-12";
  private static final Set<String> CODES =
      Arrays.stream(ReasonCode.values()).map(Enum::name).collect(toSet());
  private static final List<String> SELECTORS = List.of("户编号", "对象", "条款", "归属期间");

  @TempDir private static Path folder;

  private static int cleanExit;
  private static int dirtyExit;
  private static MonthFolder clean;
  private static MonthFolder dirty;
  private static List<Map<String, String>> plants;

  @BeforeAll
  static void runBoth() {
    cleanExit = run("clean");
    dirtyExit = run("dirty", "--defects");
    clean = new MonthFolder(folder.resolve("clean-out/" + MONTH));
    dirty = new MonthFolder(folder.resolve("dirty-out/" + MONTH));
    plants = MonthFolder.rows(folder.resolve("dirty.planted.csv"));
  }

  private static int run(String name, String... options) {
    String delivery = folder.resolve(name).toString();
    String[] sample = {"sample", "--quiet", "--out", delivery};
    String[] both = Arrays.copyOf(sample, sample.length + options.length);
    System.arraycopy(options, 0, both, sample.length, options.length);
    assertThat(Main.run(both)).isZero();
    return Main.run(
        "run",
        "--quiet",
        "--extracts",
        delivery,
        "--month",
        MONTH,
        "--out",
        folder.resolve(name + "-out").toString(),
        "--db",
        "jdbc:h2:file:" + folder.resolve(name));
  }

  private static List<Map<String, String>> planted(String finding) {
    return plants.stream().filter(plant -> plant.get("预期").equals(finding)).toList();
  }

  private static List<Map<String, String>> effects(String... kinds) {
    return plants.stream().filter(plant -> List.of(kinds).contains(plant.get("影响"))).toList();
  }

  @Test
  void defectsAreExitCodeThree() {
    assertThat(cleanExit).isZero();
    assertThat(dirtyExit).isEqualTo(3);
  }

  @Test
  void everyRejectIsPlantedAndEveryCodeIsTried() {
    Set<List<String>> expected =
        plants.stream()
            .filter(plant -> CODES.contains(plant.get("预期")))
            .map(plant -> cells(plant, "数据表", "行号", "列", "预期"))
            .collect(toSet());
    Set<List<String>> found =
        dirty.rejectedTables().stream()
            .flatMap(
                table ->
                    dirty.rows("rejects/" + table + ".csv").stream()
                        .map(row -> with(row, "数据表", table)))
            .map(row -> cells(row, "数据表", "行号", "列", "原因代码"))
            .collect(toSet());

    assertThat(found).isEqualTo(expected);
    assertThat(expected).extracting(cells -> cells.get(3)).containsAll(CODES);
  }

  @Test
  void everyCheckFindsItsPlantAndNothingElseBlocks() {
    Set<List<String>> found =
        dirty.rows("quality.csv").stream()
            .map(row -> cells(row, "检查号", "数据表", "行号"))
            .collect(toSet());
    Set<List<String>> expected =
        plants.stream()
            .filter(plant -> plant.get("预期").startsWith("Q"))
            .map(plant -> cells(plant, "预期", "数据表", "行号"))
            .collect(toSet());

    assertThat(found).containsAll(expected);
    assertThat(dirty.rows("quality.csv"))
        .filteredOn(row -> row.get("级别").equals("阻断"))
        .extracting(row -> cells(row, "检查号", "数据表", "行号"))
        .isSubsetOf(expected);
    assertThat(expected).extracting(cells -> cells.get(0)).contains("Q03", "Q14", "Q27", "Q31");
  }

  @Test
  void refusedFilesSayWhyAndTheOthersGoOn() throws IOException {
    Set<String> refused = planted("REFUSED").stream().map(p -> p.get("数据表")).collect(toSet());

    assertThat(inputs())
        .filteredOn(input -> input.get("status").asString().equals("REFUSED"))
        .extracting(input -> input.get("table").asString())
        .containsExactlyInAnyOrderElementsOf(refused);
    assertThat(inputs()).hasSize(30);
    assertThat(dirty.rows("quality.csv"))
        .anyMatch(
            row ->
                cells(row, "检查号", "数据表").equals(List.of("Q39", "zx_notice"))
                    && row.get("说明").contains("缺少「异议数」"));
  }

  @Test
  void blankAndTitleLinesAreCounted() throws IOException {
    for (JsonNode input : inputs()) {
      if (input.get("status").asString().equals("ACCEPTED")) {
        String table = input.get("table").asString();
        assertThat(input.get("blank").asLong()).as(table).isEqualTo(count("BLANK", table));
        assertThat(input.get("header").asLong()).as(table).isEqualTo(1 + count("HEADER", table));
      }
    }
    assertThat(planted("BLANK")).isNotEmpty();
    assertThat(planted("HEADER")).isNotEmpty();
  }

  private static long count(String finding, String table) {
    return planted(finding).stream().filter(plant -> plant.get("数据表").equals(table)).count();
  }

  private static List<JsonNode> inputs() throws IOException {
    JsonNode manifest = JsonMapper.shared().readTree(dirty.path().resolve("manifest.json"));
    return manifest.get("inputs").valueStream().toList();
  }

  @Test
  void theLedgerIsTheCleanOneButForWhatThePlantsTake() {
    List<Map<String, String>> taken = effects("不再入账", "挂起");

    assertThat(dirty.rows("ledger.csv").stream().map(DirtyDeliveryTest::line))
        .containsExactlyInAnyOrderElementsOf(
            clean.rows("ledger.csv").stream()
                .filter(line -> taken.stream().noneMatch(effect -> concerns(effect, line)))
                .map(DirtyDeliveryTest::line)
                .toList());
    for (Map<String, String> effect : taken) {
      assertThat(clean.rows("ledger.csv")).as("%s", effect).anyMatch(l -> concerns(effect, l));
    }
  }

  /** A line without its numbers, which count what is posted before it. */
  private static Map<String, String> line(Map<String, String> row) {
    Map<String, String> line = new LinkedHashMap<>(row);
    line.remove("流水号");
    return line;
  }

  private static boolean concerns(Map<String, String> effect, Map<String, String> line) {
    return SELECTORS.stream()
        .allMatch(
            column ->
                effect.get(column).equals("*") || effect.get(column).equals(line.get(column)));
  }

  @Test
  void whatIsHeldWaitsUnderItsCode() {
    List<Map<String, String>> held = effects("挂起");
    assertThat(held).isNotEmpty();
    for (Map<String, String> effect : held) {
      assertThat(
              dirty.rows("pending.csv").stream()
                  .filter(row -> concerns(effect, row) && row.get("代码").equals(effect.get("代码")))
                  .map(row -> cells(row, "条款", "归属期间", "最高金额")))
          .as("%s", effect)
          .containsExactlyInAnyOrderElementsOf(
              clean.rows("ledger.csv").stream()
                  .filter(line -> concerns(effect, line))
                  .map(line -> cells(line, "条款", "归属期间", "金额"))
                  .toList());
    }
  }

  @Test
  void whatIsNotSentIsAllThatTheHouseholdWouldHaveGot() {
    Map<String, String> codes =
        effects("入账不发放").stream().collect(toMap(e -> e.get("户编号"), e -> e.get("代码")));
    List<Map<String, String>> held = dirty.rows("bank/held.csv");

    assertThat(codes).hasSizeGreaterThan(5);
    assertThat(sums(held.stream().filter(row -> codes.containsKey(row.get("户编号"))).toList()))
        .isEqualTo(
            sums(
                clean.rows("ledger.csv").stream()
                    .filter(line -> codes.containsKey(line.get("户编号")))
                    .filter(line -> line.get("收款类别").equals("家庭"))
                    .toList()));
    assertThat(held)
        .filteredOn(row -> codes.containsKey(row.get("户编号")))
        .allMatch(row -> row.get("原因代码").equals(codes.get(row.get("户编号"))));
    assertThat(held.stream().filter(row -> !codes.containsKey(row.get("户编号"))).toList())
        .containsExactlyInAnyOrderElementsOf(clean.rows("bank/held.csv"));
  }

  private static Map<String, Long> sums(List<Map<String, String>> rows) {
    return rows.stream()
        .collect(
            groupingBy(
                row -> row.get("户编号"),
                summingLong(
                    row -> new BigDecimal(row.get("金额")).movePointRight(2).longValueExact())));
  }

  @Test
  void everyMendFileIsADeliveryOfItsRejects() throws IOException {
    for (String table : dirty.rejectedTables()) {
      Path mend = dirty.path().resolve("rejects/" + table + ".mend.csv");
      FileReport report =
          new TableReader()
              .read(new DeliveredFile(Tables.standard().table(table), mend), new Ignoring());

      long lines =
          dirty.rows("rejects/" + table + ".csv").stream().map(r -> r.get("行号")).distinct().count();
      assertThat(report.refusal()).as(table).isNull();
      assertThat(report.acceptedRows() + report.rejectedRows()).as(table).isEqualTo(lines);
      assertThat(report.unknownColumns()).containsExactly("退回原因");
    }
  }

  /** Only the report is of interest. */
  private static final class Ignoring implements RowSink {
    @Override
    public void accepted(Row row) {}

    @Override
    public void rejected(RejectedRow row) {}

    @Override
    public void withdrawn(Row row) {}
  }

  private static Map<String, String> with(Map<String, String> row, String column, String value) {
    Map<String, String> more = new LinkedHashMap<>(row);
    more.put(column, value);
    return more;
  }

  private static List<String> cells(Map<String, String> row, String... columns) {
    return Arrays.stream(columns).map(row::get).toList();
  }
}
