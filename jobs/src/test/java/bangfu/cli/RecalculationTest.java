package bangfu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import bangfu.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must hold of every recalculation, and what the command refuses. */
class RecalculationTest {
  private static final String HEAD = Departments.id("1939-01-01", "01");
  private static final String THIRD = Departments.id("1946-01-01", "03");
  private static final String OTHER = Departments.id("1945-01-01", "02");

  @TempDir Path folder;
  private Clerk clerk;

  @BeforeEach
  void twoHouseholdsOnDibao() {
    clerk = district("one");
  }

  private Clerk district(String name) {
    Path place = folder.resolve(name);
    Clerk district = new Clerk(place, "jdbc:h2:file:" + place.resolve("register").toAbsolutePath());
    district.file("H1", HEAD, "62220001");
    district.file("H2", OTHER, "62220002");
    district.onDibao(HEAD);
    district.add("mz_dibao", "身份证号", OTHER, "起始日期", "2016-01-01");
    return district;
  }

  private static Map<String, String> dies(Clerk district, String person, String day) {
    return district.add("zx_death", "身份证号", person, "死亡日期", day);
  }

  @Test
  void equalsTheSumOfTheMonthlyRuns() {
    clerk.runs("2017-03", "2017-04");
    dies(clerk, HEAD, "2017-04-20");
    clerk.runs("2017-05", "2017-06");
    Clerk late = district("late");
    dies(late, HEAD, "2017-04-20");
    late.runs("2017-06");

    assertThat(clerk.recalculates("--all")).isEmpty();
    assertThat(clerk.net()).isEqualTo(late.net()).hasSize(8);
  }

  @Test
  void aCorrectionAndItsOppositeAddUpToNothing() {
    clerk.runs("2017-03", "2017-04", "2017-05");
    Map<String, Long> before = clerk.net();
    Map<String, String> death = dies(clerk, HEAD, "2017-03-20");
    clerk.imports("2017-06-01");
    clerk.posts("报死亡", "--household", "H1");
    assertThat(clerk.net()).isNotEqualTo(before);

    death.put("死亡日期", "2019-03-20");
    clerk.imports("2017-06-02");
    clerk.posts("误报", "--household", "H1");

    assertThat(clerk.net()).isEqualTo(before);
    assertThat(clerk.reads("2017-05", "ledger.csv", "归属期间", "金额", "原因", "更正原因"))
        .endsWith("M2017-04 140.00 补发 DEATH", "M2017-05 140.00 正常 DEATH");
  }

  @Test
  void namesEveryFactThatWouldDoByItself() {
    Map<String, String> death = dies(clerk, OTHER, "2019-01-01");
    Map<String, String> household = clerk.file("H3", THIRD, "62220003");
    clerk.add("mz_dibao", "身份证号", THIRD, "起始日期", "2016-01-01");
    clerk.runs("2017-04");
    household.put("退出日期", "2017-03-31");
    household.put("镇街代码", "440403103");
    dies(clerk, THIRD, "2017-03-20");
    death.put("死亡日期", "2019-01-02");
    clerk.imports("2017-05-02");

    assertThat(clerk.changedFacts("--household", "H3"))
        .singleElement()
        .asString()
        .contains("退出日期 —→2017-03-31", "；死亡 zx_death：新增，死亡日期 2017-03-20");
  }

  @Test
  void postingTwicePostsNothing() throws IOException {
    clerk.runs("2017-03", "2017-04");
    dies(clerk, HEAD, "2017-03-20");
    clerk.imports("2017-05-02");
    clerk.posts("报死亡", "--all");
    assertThat(clerk.screen()).contains("过账 1 条分录");
    byte[] ledger = Files.readAllBytes(clerk.out().resolve("2017-04/ledger.csv"));

    clerk.posts("报死亡", "--all");

    assertThat(clerk.screen()).contains("没有差额", "过账 0 条分录");
    assertThat(clerk.out().resolve("2017-04/ledger.csv")).hasBinaryContent(ledger);
  }

  @Test
  void oneHouseholdLeavesTheOthersAlone() {
    clerk.runs("2017-03", "2017-04");
    dies(clerk, HEAD, "2017-03-20");
    dies(clerk, OTHER, "2017-03-21");
    clerk.imports("2017-05-02");

    clerk.posts("报死亡", "--household", "H2");

    assertThat(clerk.recalculates("--all")).containsExactly("H1 2.2.5-e M2017-04 -140.00 DEATH");
    clerk.runs("2017-05");
    assertThat(clerk.recalculates("--all")).isEmpty();
  }

  @Test
  void whatWasKnownEarlierIsOnlyLookedAt() {
    clerk.runs("2017-03", "2017-04");
    dies(clerk, HEAD, "2017-03-20");
    clerk.runs("2017-05");

    assertThat(clerk.recalculates("--household", "H1", "--as-known-on", "2017-04-30"))
        .containsExactly("H1 2.2.5-e M2017-04 140.00 DEATH", "H1 2.2.5-e M2017-05 140.00");
    assertThat(clerk.changedFacts("--household", "H1", "--as-known-on", "1"))
        .singleElement()
        .asString()
        .contains("死亡 zx_death", "不再计入");
    assertThat(clerk.recalculates("--all", "--as-known-on", "1", "--month", "2017-04")).isEmpty();
    assertThat(clerk.recalculates("--all", "--month", "2017-04"))
        .containsExactly("H1 2.2.5-e M2017-04 -140.00 DEATH");
    assertThat(clerk.screen()).contains("其后过账的分录不计");
  }

  @Test
  void keepsWhoPostedWhatAndWhy() {
    clerk.runs("2017-03");
    dies(clerk, OTHER, "2017-03-20");
    clerk.imports("2017-04-02");
    clerk.posts("报死亡", "--household", "H2");

    try (Database database =
        Database.open("jdbc:h2:file:" + folder.resolve("one/register").toAbsolutePath())) {
      assertThat(
              new JdbcTemplate(database.dataSource())
                  .queryForList(
                      "select j.kind || ' ' || j.status || ' ' || c.operator || ' ' || c.reason"
                          + " from correction_run c join job_run j on j.run_no = c.run_no",
                      String.class))
          .containsExactly("CORRECTION COMPLETED 王会计 报死亡");
    }
    assertThat(clerk.types("status", "--out", clerk.out().toString())).isZero();
  }

  @Test
  void ofManyHouseholdsTheFileIsInOrderAndSaysWhatIsPosted() throws IOException {
    Path sample = folder.resolve("sample");
    assertThat(Main.run("sample", "--quiet", "--households=150", "--out=" + sample)).isZero();
    clerk.types("run", "--month=2017-04", "--extracts=" + sample, "--out=" + clerk.out());
    Path standards = sample.resolve("mz_standard.csv");
    Files.writeString(standards, Files.readString(standards).replace("690.00", "790.00"), UTF_8);
    clerk.types("import", "--as-of=2017-05-02", "--extracts=" + sample, "--out=" + clerk.out());

    List<String> all = clerk.recalculates("--all");
    byte[] file = Files.readAllBytes(folder.resolve("one/differences.csv"));

    assertThat(all).hasSizeGreaterThan(20).allMatch(row -> row.endsWith(" RATE"));
    assertThat(all).extracting(row -> row.substring(0, row.indexOf(' '))).isSorted();
    assertThat(clerk.recalculates("--all")).isEqualTo(all);
    assertThat(folder.resolve("one/differences.csv")).hasBinaryContent(file);
    clerk.types("recalculate", "--all", "--post", "--reason=标准", "--out=" + clerk.out());
    assertThat(clerk.screen()).contains("过账 " + all.size() + " 条分录");
    assertThat(clerk.recalculates("--all")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--household H1 --post | 须同时给 --reason",
        "--household H1 --reason x | 不加 --post 不过账",
        "--household H9 | 登记库里没有这些户：H9",
        "--household H1 --post --reason x --month 2017-03 | 更正只能过入未关闭的月份",
        "--household H1 --post --reason x --month 2017-05 | bangfu run --month 2017-05",
        "--household H1 --post --reason x --as-known-on 1 | 只供查看",
        "--household H1 --month 2017-02 | 2017-03",
        "--household H1 --as-known-on 7 | 应为第 1 至 1 次报送",
        "--household H1 --as-known-on 2017-02-01 | 2017-03-31 起的日期",
        "--household H1 --as-known-on gestern | 实为“gestern”",
        "--town 440403999 | 440403107",
        "--household H1 --all | --all",
        "--month 2017-03 | --household"
      })
  void teachesWhatIsExpected(String options, String said) {
    clerk.runs("2017-03", "2017-04");
    String[] words = ("recalculate " + options).split(" ");

    assertThat(clerk.types(words)).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(clerk.screen()).contains(said);
  }

  @Test
  void withoutAPostedMonthThereIsNothingToCompareWith() {
    assertThat(clerk.types("recalculate", "--all", "--lang", "en")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("There is no database");

    clerk.imports("2017-03-31");

    assertThat(clerk.types("recalculate", "--all", "--lang", "en"))
        .isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(clerk.screen()).contains("no month was posted yet");
  }
}
