package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.MonthRequest;
import bangfu.batch.MonthlyJob;
import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.rules.Policy;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain} for everybody and {@code simulate}, as they are typed. */
class ExplainAllTest {
  private static final int CLAUSE = 3;
  private static final int SUBJECT = 1;
  private static final int ANSWER = 11;

  @TempDir static Path folder;
  private static Clerk clerk;

  @BeforeAll
  static void postAMonth() throws IOException {
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 120).write(extracts);
    String url = "jdbc:h2:file:" + folder.resolve("register");
    try (Database database = Database.open(url)) {
      new MonthlyJob(database, new Policy(), Progress.SILENT, Clock.systemUTC())
          .run(
              new MonthRequest(
                  extracts, YearMonth.of(2017, 9), folder.resolve("out"), 500, 1, "test"));
    }
    clerk = new Clerk(folder, url);
  }

  @Test
  void everyAnswerIsARowInTheLanguageOfTheScreen() throws IOException {
    List<String[]> rows = rows("explain", "--all");

    assertThat(rows.get(0)).startsWith("\uFEFF户编号", "对象", "姓名", "条款");
    assertThat(rows.stream().skip(1).map(row -> row[ANSWER]).distinct())
        .containsExactlyInAnyOrder("应给", "列入名单", "待核实", "不给", "不涉及");
    assertThat(clerk.screen()).contains("120 户").doesNotContain("相差");

    List<String[]> english = rows("explain", "--all", "--lang", "en");
    assertThat(english.get(0)).startsWith("\uFEFFhousehold", "subject", "name", "clause");
    assertThat(english).hasSameSizeAs(rows);
  }

  @Test
  void identityNumbersAreMaskedUnlessAskedFor() throws IOException {
    assertThat(rows("explain", "--all")).noneMatch(row -> row[SUBJECT].matches("\\d{17}[0-9X]"));
    assertThat(rows("explain", "--all", "--unmasked"))
        .anyMatch(row -> row[SUBJECT].matches("\\d{17}[0-9X]"));
  }

  @Test
  void aClauseAloneHasItsRowsOnly() throws IOException {
    assertThat(rows("explain", "--clause", "2.2.5-e").stream().skip(1))
        .isNotEmpty()
        .allMatch(row -> row[CLAUSE].equals("2.2.5-e"));
  }

  @Test
  void aClauseOnTheScreenIsALineForEverybodyItConcerns() {
    assertThat(clerk.types("explain", "--clause", "2.2.4-b", "--month", "2017-09")).isZero();
    long lines = clerk.screen().lines().filter(line -> line.startsWith("DM")).count();
    assertThat(lines).isPositive().isLessThan(120);
    assertThat(clerk.screen()).contains("应给 2000.00  已入账 2000.00").contains("不涉及");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain",
        "explain --all",
        "explain --all --household DM1 --csv x",
        "explain --household DM1 --csv x",
        "explain --clause 2.2.4-b --json",
        "explain --all --csv x --person 1",
        "simulate",
        "simulate --set income-threshold",
        "simulate --set primary-aid=2500 --from soon",
        "simulate --set primary-aid=2500 --step 0"
      })
  void whatMakesNoSenseIsWrongUsage(String command) {
    assertThat(clerk.types(command.split(" "))).isEqualTo(ExitCodes.WRONG_USAGE);
  }

  @Test
  void aTrialSaysWhatItCostsAndLeavesFiles() throws IOException {
    Path csv = folder.resolve("trial");
    Path xlsx = folder.resolve("trial.xlsx");
    assertThat(
            clerk.types(
                "simulate",
                "--set",
                "primary.aid=2500",
                "--csv",
                csv.toString(),
                "--xlsx",
                xlsx.toString()))
        .as(clerk.screen())
        .isZero();

    assertThat(clerk.screen()).contains("现行合计等于台账净额", "参数 primary-aid");
    assertThat(csv.toFile().list())
        .containsExactlyInAnyOrder("cost.csv", "households.csv", "thresholds.csv");
    byte[] first = Files.readAllBytes(xlsx);
    assertThat(clerk.types("simulate", "--set", "primary-aid=2500", "--xlsx", xlsx.toString()))
        .isZero();
    assertThat(Files.readAllBytes(xlsx)).isEqualTo(first);
  }

  @Test
  void anUnknownParameterIsNamedWithOnesAlike() {
    assertThat(clerk.types("simulate", "--set", "primary-ait=2500")).isNotZero();
    assertThat(clerk.screen()).contains("primary-aid");
  }

  private static List<String[]> rows(String... words) throws IOException {
    Path csv = folder.resolve("answers.csv");
    String[] command = java.util.Arrays.copyOf(words, words.length + 2);
    command[words.length] = "--csv";
    command[words.length + 1] = csv.toString();
    assertThat(clerk.types(command)).as(clerk.screen()).isZero();
    return Files.readAllLines(csv).stream().map(line -> line.split(",", -1)).toList();
  }
}
