package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases as the policy writer's tool. */
class CasesCommandTest {
  private static final Path OWN =
      Path.of("../rules/src/main/resources/policy/education/cases.yaml");

  @TempDir Path folder;

  @Test
  void aFailingCaseShowsHowItWasDecided() throws IOException {
    Path wrong = folder.resolve("cases.yaml");
    String own = Files.readString(OWN);
    Files.writeString(
        wrong,
        own.replace("amount: 1000.00, lines", "amount: 1001.00, lines")
            .replace("subject: a, code: NOT_ENROLLED_AT_CENSUS}", "subject: a, code: AGE}"));
    Clerk clerk = new Clerk(folder, "jdbc:h2:file:" + folder.resolve("none"));

    assertThat(clerk.types("cases", wrong.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen())
        .contains(wrong + ":6", "expected 1001.00, but was 1000.00")
        .contains("标准：学前生活补助", "出处：珠斗办字〔2017〕6号", "✓ 在籍  2017-09-30..2017-12-31")
        .contains(wrong + ":27", "expected AGE", "不给，NOT_ENROLLED_AT_CENSUS", "✗ 在籍  期内没有一天成立");
    assertThat(folder.resolve("none.mv.db")).doesNotExist();
  }

  @Test
  void aHouseholdOfTheRegisterBecomesACase() throws IOException {
    Clerk clerk = new Clerk(folder, "jdbc:h2:file:" + folder.resolve("register"));
    String id = Departments.id("1939-01-01", "57");
    clerk.file("H1", id, "62220001");
    clerk.onDibao(id);
    clerk.runs("2017-05");

    assertThat(clerk.types("cases", "--from-household", "h1")).isZero();
    String yaml = clerk.screen();
    Path file = Files.writeString(folder.resolve("h1-cases.yaml"), yaml);

    assertThat(yaml)
        .contains("2.2.5-e", "period: \"M2017-05\", amount: 140.00", "to: 2017-05-31")
        .doesNotContain(id, "62220001", "\"H1\"", "注意");
    assertThat(clerk.types("cases", file.toString())).as(clerk.screen()).isZero();
    assertThat(clerk.types("cases", "--from-household", "H9")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.types("cases", "--from-household", "H1", file.toString()))
        .isEqualTo(ExitCodes.WRONG_USAGE);
  }

  @Test
  void boundaryCasesAreShownAloneOrBehindTheOthers() {
    Clerk clerk = new Clerk(folder, "jdbc:h2:file:" + folder.resolve("none"));
    assertThat(clerk.types("cases", "--boundaries")).isZero();
    assertThat(clerk.screen())
        .startsWith("边界案例，按参数的取值生成")
        .contains("通过    1.2.1-a income-threshold 2017-03-10 first day, one fen below (income-")
        .containsPattern("边界案例：通过 (\\d+) 个，不通过 0 个\\R通过 \\1 个，不通过 0 个");

    assertThat(clerk.types("cases")).isZero();
    assertThat(clerk.screen().indexOf("1.2.1-a one fen below"))
        .isBetween(0, clerk.screen().indexOf("边界案例，按参数的取值生成"));

    assertThat(clerk.types("cases", "--boundaries", OWN.toString()))
        .isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(clerk.screen()).contains("--boundaries", "PATH");
  }
}
