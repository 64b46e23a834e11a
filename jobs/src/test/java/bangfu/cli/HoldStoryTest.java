package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A household of an old couple gets 140 yuan a month. 王办 runs the months, 李审 approves, sends and
 * looks at accounts that are not what they were.
 */
@OnEachDatabase
class HoldStoryTest {
  private static final String HUSBAND = Departments.id("1949-01-01", "01");
  private static final String WIFE = Departments.id("1950-01-01", "02");
  private static final String NEIGHBOUR = Departments.id("1948-01-01", "03");

  @Parameter TestServer server;

  @TempDir Path folder;
  private String url;
  private Clerk clerk;

  @BeforeEach
  void anOldCouple() {
    url = server.newDatabase(folder);
    clerk = new Clerk(folder, url);
    clerk.file("H1", HUSBAND, "6222000000000001");
    clerk.member("H1", WIFE, "老伴", "配偶");
    clerk.onDibao(WIFE);
    clerk.add("cz_budget", "年度", "2017", "资金代码", "F1", "付款层级", "区", "金额", "100000.00");
  }

  @Test
  void anAccountThatChangedIsPaidOnceASecondPersonLookedAtIt() {
    pays("2017-03");
    account("6222000000000002");
    assertThat(prepares("2017-04")).isZero();
    assertThat(held("2017-04")).containsExactly("2017-04 140.00 ACCOUNT_CHANGED");
    assertThat(paid("2017-04")).isEmpty();

    assertThat(clerk.types("held")).isZero();
    assertThat(clerk.screen())
        .contains("H1      ****0002  140.00  账号与上次付款的 ****0001 不同 [ACCOUNT_CHANGED]")
        .contains("由 王办 以外的人放行：bangfu held release 1", "其中 1 笔等另一个人放行")
        .doesNotContain("6222000000000002");
    assertThat(anotherPerson("held", "release", "1")).as(clerk.screen()).isZero();
    assertThat(clerk.screen()).contains("李审 已于", "放行，随下一批付出");

    assertThat(prepares("2017-05")).isZero();
    assertThat(paid("2017-05")).containsExactly("6222000000000002 280.00");
    assertThat(held("2017-05")).isEmpty();
    verifies();
  }

  @Test
  void theReleaseIsOfTheAccountThatWasSeen() {
    pays("2017-03");
    account("6222000000000002");
    prepares("2017-04");
    assertThat(anotherPerson("held", "release", "1")).isZero();

    account("6222000000000003");
    prepares("2017-05");
    assertThat(held("2017-05"))
        .containsExactly("2017-04 140.00 ACCOUNT_CHANGED", "2017-05 140.00 ACCOUNT_CHANGED");
    assertThat(anotherPerson("held", "release", "1")).isEqualTo(ExitCodes.FAILED);

    account("6222000000000002");
    prepares("2017-06");
    assertThat(held("2017-06")).as("seen once, but another one came between").hasSize(3);
    assertThat(anotherPerson("held", "release", "2")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("另有新号");
    assertThat(anotherPerson("held", "release", "3")).isZero();
    prepares("2017-07");
    assertThat(paid("2017-07")).containsExactly("6222000000000002 560.00");
    verifies();
  }

  @Test
  void anAccountThatIsTheOldOneAgainNeedsNobody() {
    pays("2017-03");
    account("6222000000000002");
    prepares("2017-04");
    account("6222000000000001");
    prepares("2017-05");

    assertThat(paid("2017-05")).containsExactly("6222000000000001 280.00");
    assertThat(anotherPerson("held", "release", "1")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("暂缓号 1 下已没有等待放行的钱");
    verifies();
  }

  @Test
  void moneyToADeadCardholderIsAskedForEachTime() {
    pays("2017-03");
    clerk.add("zx_death", "身份证号", HUSBAND, "死亡日期", "2017-04-05");
    prepares("2017-04");
    assertThat(held("2017-04")).containsExactly("2017-04 140.00 CARDHOLDER_DEAD");
    assertThat(clerk.types("held")).isZero();
    assertThat(clerk.screen()).contains("已于 2017-04-05 死亡").doesNotContain(HUSBAND);
    assertThat(anotherPerson("held", "release", "1")).isZero();

    prepares("2017-05");
    assertThat(paid("2017-05")).containsExactly("6222000000000001 140.00");
    assertThat(held("2017-05")).containsExactly("2017-05 140.00 CARDHOLDER_DEAD");

    clerk.remove("cz_account");
    cardOf(WIFE, "老伴", "6222000000000009");
    prepares("2017-06");
    assertThat(held("2017-06"))
        .as("the widow's own card is a new account")
        .containsExactly("2017-05 140.00 ACCOUNT_CHANGED", "2017-06 140.00 ACCOUNT_CHANGED");
    assertThat(anotherPerson("held", "release", "3")).isZero();
    prepares("2017-07");
    assertThat(paid("2017-07")).containsExactly("6222000000000009 420.00");
    verifies();
  }

  @Test
  void oneAccountOfTwoHouseholdsIsReleasedForEachOfThem() {
    clerk.file("H2", NEIGHBOUR, "6222-0000-0000-0001");
    clerk.add("mz_dibao", "身份证号", NEIGHBOUR, "起始日期", "2016-01-01");
    assertThat(prepares("2017-03")).isEqualTo(ExitCodes.DONE_WITH_DEFECTS);
    assertThat(held("2017-03"))
        .containsExactly("2017-03 140.00 ACCOUNT_CHECK", "2017-03 140.00 ACCOUNT_CHECK");
    assertThat(clerk.types("held")).isZero();
    assertThat(clerk.screen()).contains("账号与户 H2 共用", "账号与户 H1 共用");

    assertThat(anotherPerson("held", "release", "1")).isZero();
    assertThat(prepares("2017-03")).isEqualTo(ExitCodes.DONE_WITH_DEFECTS);
    assertThat(held("2017-03")).containsExactly("2017-03 140.00 ACCOUNT_CHECK");
    assertThat(paid("2017-03")).containsExactly("6222000000000001 140.00");
    verifies();
  }

  @Test
  void whoeverPreparedCannotRelease() {
    pays("2017-03");
    account("6222000000000002");
    prepares("2017-04");

    assertThat(clerk.types(release("李审", "1"))).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("须在另一个账户下放行");
    assertThat(anotherPerson(release("王办", "1"))).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("暂缓号 1 是 王办 准备时产生的");
    assertThat(anotherPerson("held", "release", "1", "7")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("没有暂缓号 7");
    assertThat(anotherPerson("held", "release", "1")).as("nothing was released before").isZero();
    assertThat(anotherPerson("held", "release", "1")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("暂缓号 1 已由 李审 放行");
    assertThat(anotherPerson("held", "release", "H1")).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(anotherPerson("held", "release")).isEqualTo(ExitCodes.WRONG_USAGE);
  }

  @Test
  void whoeverTakesAReleaseAwayIsFound() {
    pays("2017-03");
    account("6222000000000002");
    prepares("2017-04");
    anotherPerson("held", "release", "1");
    prepares("2017-05");

    tampers(
        "alter table hold_release drop constraint release_four_eyes",
        "update hold_release set released_user = held_user");
    assertThat(clerk.types("verify", "--out", out())).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).containsPattern("没有暂缓由准备人自己放行 +1\n");

    tampers("delete from hold_release");
    assertThat(clerk.types("verify", "--out", out())).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).containsPattern("没有一户未经放行就付到新账号 +H1\n");
  }

  private void tampers(String... statements) {
    try (Database opened = Database.open(url)) {
      JdbcTemplate jdbc = new JdbcTemplate(opened.dataSource());
      Arrays.stream(statements).forEach(jdbc::execute);
    }
  }

  @Test
  void theListIsByAgeAndGoesToProgramsAndSpreadsheetsToo() {
    clerk.file("H2", NEIGHBOUR, "6222000000000005");
    clerk.add("mz_dibao", "身份证号", NEIGHBOUR, "起始日期", "2016-01-01");
    clerk.remove("cz_account", "户编号", "H2");
    pays("2017-03");
    account("6222000000000002");
    prepares("2017-04");

    Path file = folder.resolve("held.csv");
    assertThat(clerk.types("held", "--json", "--csv", file.toString())).isZero();
    assertThat(clerk.screen()).contains("\"releasable\" : true").doesNotContain("6222000");
    assertThat(
            MonthFolder.rows(file).stream()
                .map(row -> row.get("过账月份") + ' ' + row.get("户编号") + ' ' + row.get("原因代码")))
        .containsExactly(
            "2017-03 H2 NO_ACCOUNT", "2017-04 H1 ACCOUNT_CHANGED", "2017-04 H2 NO_ACCOUNT");
    assertThat(clerk.types("held", "--unmasked")).isZero();
    assertThat(clerk.screen()).contains("6222000000000002", "请财政报送账户");
  }

  @Test
  void aRegisterThatNeverUsedApprovalPaysAsBefore() {
    clerk.runs("2017-03");
    account("6222000000000002");
    clerk.add("zx_death", "身份证号", HUSBAND, "死亡日期", "2017-04-05");
    clerk.runs("2017-04");

    assertThat(held("2017-04")).isEmpty();
    assertThat(paid("2017-04")).containsExactly("6222000000000002 140.00");
    assertThat(clerk.types("held")).isZero();
    assertThat(clerk.screen()).contains("暂缓 0 笔，共 0.00 元");
  }

  /** The household's card gets another number. */
  private void account(String number) {
    clerk.remove("cz_account", "户编号", "H1");
    cardOf(HUSBAND, "户主", number);
  }

  private void cardOf(String id, String name, String number) {
    clerk.add("cz_account", "户编号", "H1", "持卡人身份证号", id, "户名", name, "账号", number, "开户行", "农商银行");
  }

  /** 王办 runs a month, 李审 approves and sends it. */
  private void pays(String month) {
    assertThat(prepares(month)).as(clerk.screen()).isZero();
    assertThat(anotherPerson("approve", "--month", month)).as(clerk.screen()).isZero();
    assertThat(anotherPerson("send", "--month", month, "--out", out())).as(clerk.screen()).isZero();
  }

  private int prepares(String month) {
    String delivery = clerk.deliverTo(folder.resolve("month")).toString();
    return clerk.types(
        "run", "--month", month, "--extracts", delivery, "--out", out(), "--as", "王办");
  }

  /** 李审 under another account of the system, unless the words say who. */
  private int anotherPerson(String... words) {
    List<String> command = new ArrayList<>(Arrays.asList(words));
    if (!command.contains("--as")) {
      command.addAll(List.of("--as", "李审", "--reason", "电话核实"));
    }
    String user = System.getProperty("user.name");
    System.setProperty("user.name", "shen");
    try {
      return clerk.types(command.toArray(String[]::new));
    } finally {
      System.setProperty("user.name", user);
    }
  }

  private static String[] release(String who, String number) {
    return new String[] {"held", "release", number, "--as", who, "--reason", "电话核实"};
  }

  private List<String> held(String month) {
    return clerk.reads(month, "bank/held.csv", "过账月份", "金额", "原因代码");
  }

  /** Account and yuan of each row in the month's bank files. */
  private List<String> paid(String month) {
    try (Stream<Path> files = Files.list(Path.of(out(), month, "bank"))) {
      return files
          .filter(file -> file.toString().matches(".*_\\d{3}\\.csv"))
          .sorted()
          .flatMap(file -> rows(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rows(Path file) {
    try {
      return Files.readAllLines(file, Charset.forName("GBK")).stream()
          .skip(1)
          .map(row -> row.split(",", -1))
          .map(cells -> cells[1] + ' ' + cells[3])
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void verifies() {
    assertThat(clerk.types("verify", "--out", out())).as(clerk.screen()).isZero();
  }

  private String out() {
    return folder.resolve("out").toString();
  }
}
