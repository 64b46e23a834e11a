package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.batch.Departments;
import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.rules.PolicyPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A later notice, made up: a folder of files becomes the policy of a register, without a line of
 * Java. The threshold is 11,600 from 2018 on, primary pupils get 2,200 from September 2018 on, and
 * day pupils of senior secondary schools get meals, 200 a month of 2018.
 */
@OnEachDatabase
class AmendmentStoryTest {
  private static final String MOTHER = Departments.id("1975-10-02", "01");
  private static final String PUPIL = Departments.id("2008-05-05", "02");
  private static final String DAY_PUPIL = Departments.id("2001-01-06", "03");
  private static final String NEIGHBOUR = Departments.id("1970-04-10", "04");
  private static final String[] SUMS = {"条款", "归属期间", "付款层级", "金额", "原因"};

  @Parameter TestServer server;

  @TempDir Path folder;
  private Clerk clerk;
  private String url;
  private Path amendment;

  @BeforeEach
  void aFamilyWithTwoPupils() throws IOException {
    url = server.newDatabase(folder);
    clerk = new Clerk(folder, url);
    amendment = copy(Path.of("src/test/resources/amendment-2018"), folder.resolve("amendment"));
    clerk.file("H1", MOTHER, "62220001");
    clerk.member("H1", PUPIL, "学生甲", "子女");
    clerk.member("H1", DAY_PUPIL, "学生乙", "子女");
    enrol(PUPIL, "小学");
    enrol(DAY_PUPIL, "普高");
    clerk.pays("2.2.4-b");
    clerk.pays("2.2.4-f");
    Map<String, String> unfiled = clerk.file("H2", NEIGHBOUR, "62220002");
    unfiled.put("家庭年可支配收入", "11300.00");
    unfiled.remove("建档日期");
  }

  @Test
  void aPackIsRegisteredAndApprovedByTwoPersonsBeforeItDecides() {
    assertThat(clerk.types("run", "--month", "2017-12", "--policy", amendment.toString()))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("珠斗办字〔2018〕样例1号", "没有登记", "bangfu policy register", "没有过账");

    assertThat(register()).isZero();
    String hash = clerk.screen().lines().findFirst().orElseThrow();
    assertThat(hash).isEqualTo(PolicyPack.read(amendment).hash());

    assertThat(clerk.types("run", "--month", "2017-12", "--policy", amendment.toString()))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("尚未批准", "bangfu policy approve " + hash.substring(0, 12));

    assertThat(approve("王办", "other")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("须由另一人批准");
    assertThat(approve("李审", System.getProperty("user.name"))).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("须用另一个账户");
    assertThat(approve("李审", "other")).isZero();
    assertThat(approve("赵审", "other")).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("已由 李审 批准");
    assertThat(register()).isEqualTo(ExitCodes.FAILED);

    assertThat(clerk.types("policy", "list")).isZero();
    assertThat(clerk.screen())
        .contains(hash.substring(0, 12), "已批准", "王办", "李审 (other)", "现行的是程序自带的政策");
  }

  @Test
  void whatWasDueBeforeItsFirstDayStaysAndWhatFollowsIsNew() {
    clerk.runs("2017-11");
    registerAndApprove();
    clerk.runs("2017-12");
    Map<String, Long> before = clerk.net();
    assertThat(clerk.types("status", "--out", clerk.out().toString())).isZero();
    assertThat(clerk.screen()).contains("现行政策（自 2017-11 起）：程序自带的政策");
    assertThat(clerk.reads("2017-12", "eligibility.csv", "户编号", "第一类", "建议")).contains("H2 否");

    runsWithAmendment("2018-01");

    assertThat(clerk.reads("2018-01", "ledger.csv", SUMS))
        .containsExactlyInAnyOrder("2.2.4-m M2018-01 区 120.00 正常", "2.2.4-m M2018-01 镇 80.00 正常");
    assertThat(clerk.reads("2018-01", "ledger.csv", "项目", "付款镇街代码", "资金代码", "收款类别"))
        .contains("普高走读生伙食补助  EDU 家庭", "普高走读生伙食补助 " + Departments.TOWN + " EDU 家庭");
    assertThat(clerk.reads("2018-01", "eligibility.csv", "户编号", "第一类", "建议")).contains("H2 是 拟纳入");
    assertThat(clerk.net()).containsAllEntriesOf(before);
    assertThat(manifest("2018-01")).contains("policyPack", PolicyPack.read(amendment).hash());
    assertThat(manifest("2017-12")).doesNotContain("policyPack");
    assertThat(clerk.types("status", "--out", clerk.out().toString())).isZero();
    String hash = PolicyPack.read(amendment).hash().substring(0, 12);
    assertThat(clerk.screen()).contains("现行政策（自 2018-01 起）：珠斗办字〔2018〕样例1号", '[' + hash + ']');

    assertThat(clerk.types("explain", "--household", "H1", "--clause", "2.2.4-m")).isZero();
    assertThat(clerk.screen())
        .contains("珠斗办字〔2018〕样例1号 三", "120.00 元", "80.00 元", "✓ 走读", "✓ 伙食补助施行期内", "jy_enrolment");
  }

  @Test
  void aCommandThatNamesNoPackGoesOnWithTheOneInForce() {
    registerAndApprove();
    clerk.runs("2017-12");
    runsWithAmendment("2018-01");
    clerk.runs("2018-02", "2018-09");
    assertThat(clerk.types("status", "--out", clerk.out().toString())).isZero();
    assertThat(clerk.screen()).contains("现行政策（自 2018-01 起）：珠斗办字〔2018〕样例1号");

    assertThat(clerk.reads("2018-02", "ledger.csv", SUMS))
        .containsExactlyInAnyOrder("2.2.4-m M2018-02 区 120.00 正常", "2.2.4-m M2018-02 镇 80.00 正常");
    assertThat(clerk.reads("2018-09", "ledger.csv", SUMS))
        .contains("2.2.4-b AY2018 区 2200.00 正常")
        .noneMatch(line -> line.contains("冲销"));
    assertThat(clerk.recalculates("--all")).isEmpty();
    assertThat(clerk.types("assess", "--month", "2018-10")).isZero();
    assertThat(clerk.screen()).contains("2.2.4-m").doesNotContain("-200.00");
    assertThat(clerk.types("verify", "--out", clerk.out().toString())).as(clerk.screen()).isZero();
  }

  @Test
  void anEarlierMonthIsWrittenAgainByThePolicyItWasPostedBy() throws IOException {
    registerAndApprove();
    clerk.runs("2017-12");
    String before = manifest("2017-12");
    runsWithAmendment("2018-01");

    assertThat(run("2017-12")).as(clerk.screen()).isZero();
    assertThat(manifest("2017-12")).isEqualTo(before);
    assertThat(run("2017-12", "--policy", amendment.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("当时按另一政策过账");
  }

  @Test
  void anOlderPackIsRefusedAndNamesTheOneInForce() throws IOException {
    Path older = copy(amendment, folder.resolve("older"));
    Files.writeString(older.resolve("pack.yaml"), "title: 旧补充通知（样例）");
    assertThat(clerk.types("policy", "register", older.toString(), "--as=王办", "--reason=旧"))
        .isZero();
    assertThat(approve("李审", "other", older)).isZero();
    registerAndApprove();
    runsWithAmendment("2018-01");

    assertThat(run("2018-02", "--policy", older.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("现行的政策包是 珠斗办字〔2018〕样例1号", "旧补充通知（样例）", "在它之前批准", "没有过账");

    Files.writeString(older.resolve("pack.yaml"), "title: 恢复旧规定（样例）");
    assertThat(clerk.types("policy", "register", older.toString(), "--as=王办", "--reason=恢复"))
        .isZero();
    assertThat(approve("李审", "other", older)).isZero();
    assertThat(run("2018-02", "--policy", older.toString())).as(clerk.screen()).isZero();
  }

  @Test
  void whatAnApprovedFolderBecomesLaterIsAnotherPack() throws IOException {
    registerAndApprove();
    Path parameters = amendment.resolve("meals/parameters.yaml");
    Files.writeString(parameters, Files.readString(parameters).replace("120.00", "1200.00"));

    assertThat(run("2018-01", "--policy", amendment.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("没有登记");
  }

  @Test
  void anUnapprovedPackMayBeTriedButNotPosted() {
    clerk.runs("2017-12", "2018-01");
    String pack = amendment.toString();

    assertThat(clerk.recalculates("--household", "H1", "--policy", pack))
        .containsExactly("H1 2.2.4-m M2018-01 200.00");
    assertThat(clerk.types("assess", "--month", "2018-02", "--policy", pack)).isZero();
    assertThat(clerk.screen()).contains("普高走读生伙食补助", "未过账");
    assertThat(clerk.types("explain", "--household", "H1", "--policy", pack)).isZero();
    assertThat(clerk.screen()).contains("2.2.4-m");

    assertThat(
            clerk.types(
                "recalculate", "--all", "--policy", pack, "--post", "--reason=试", "--out", out()))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(clerk.screen()).contains("没有登记");
    registerAndApprove();
    assertThat(
            clerk.types(
                "recalculate", "--all", "--policy", pack, "--post", "--reason=补", "--out", out()))
        .as(clerk.screen())
        .isZero();
    assertThat(clerk.reads("2018-01", "ledger.csv", SUMS)).contains("2.2.4-m M2018-01 区 120.00 正常");
  }

  @Test
  void theDatabaseItselfRefusesAnApprovalByWhoeverRegistered() {
    assertThat(register()).isZero();
    try (Database database = Database.open(url)) {
      JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
      String approve =
          "insert into policy_approval select sha256, 1, registered_by, registered_user, %s, %s,"
              + " '', registered_at from policy_pack";

      for (List<String> by :
          List.of(
              List.of("registered_by", "'other'"),
              List.of("'李审'", "registered_user"),
              List.of("registered_by", "registered_user"))) {
        assertThatThrownBy(() -> jdbc.update(approve.formatted(by.get(0), by.get(1))))
            .isInstanceOf(DataIntegrityViolationException.class);
      }
      assertThat(jdbc.update(approve.formatted("'李审'", "'other'"))).isEqualTo(1);
    }
  }

  private void enrol(String person, String stage) {
    clerk.add(
        "jy_enrolment",
        "身份证号",
        person,
        "学校标识码",
        "S1",
        "学校名称",
        "学校",
        "学段",
        stage,
        "全日制",
        "是",
        "住宿",
        "否",
        "入学日期",
        "2016-09-01",
        "入学学年",
        "2016");
  }

  private int register() {
    return clerk.types("policy", "register", amendment.toString(), "--as=王办", "--reason=补充通知");
  }

  private void registerAndApprove() {
    assertThat(register()).as(clerk.screen()).isZero();
    assertThat(approve("李审", "other")).as(clerk.screen()).isZero();
  }

  private int approve(String person, String account) {
    return approve(person, account, amendment);
  }

  private int approve(String person, String account, Path pack) {
    String user = System.getProperty("user.name");
    System.setProperty("user.name", account);
    try {
      return clerk.types("policy", "approve", pack.toString(), "--as", person, "--reason=核对无误");
    } finally {
      System.setProperty("user.name", user);
    }
  }

  private void runsWithAmendment(String month) {
    Path delivery = clerk.deliverTo(folder.resolve("month"));
    assertThat(run(month, "--policy", amendment.toString(), "--extracts", delivery.toString()))
        .as(clerk.screen())
        .isZero();
  }

  private int run(String month, String... more) {
    Stream<String> words = Stream.of("run", "--month", month, "--out", out());
    return clerk.types(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private String out() {
    return clerk.out().toString();
  }

  private String manifest(String month) {
    try {
      return Files.readString(clerk.out().resolve(month).resolve("manifest.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }
}
