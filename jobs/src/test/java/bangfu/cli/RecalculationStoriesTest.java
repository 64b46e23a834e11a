package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.batch.Departments;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What becomes known late, and what the clerk sees and posts. The standard is 700 yuan. */
@OnEachDatabase
class RecalculationStoriesTest {
  private static final String GRANDMOTHER = Departments.id("1939-01-01", "01");
  private static final String PUPIL = Departments.id("2006-05-05", "02");
  private static final String AUNT = Departments.id("1950-01-01", "03");
  private static final String[] LINES = {"流水号", "条款", "归属期间", "金额", "原因", "更正原因"};

  @Parameter TestServer server;

  @TempDir Path folder;
  private Clerk clerk;
  private Map<String, String> household;
  private Map<String, String> membership;

  @BeforeEach
  void aGrandmotherOnDibao() {
    clerk = new Clerk(folder, server.newDatabase(folder));
    household = clerk.file("H1", GRANDMOTHER, "62220001");
    clerk.remove("nb_member");
    membership = clerk.member("H1", GRANDMOTHER, "户主", "户主");
    clerk.onDibao(GRANDMOTHER);
  }

  /** Case C35. */
  @Test
  void aDeathLearntAfterThreeMonthsTakesBackTheMonthsAfterIt() {
    clerk.add("rs_medical", "身份证号", GRANDMOTHER, "险种", "居民", "起始日期", "2016-07-01");
    clerk.pays("2.2.5-f");
    clerk.runs("2017-07", "2017-08", "2017-09");
    clerk.add("zx_death", "身份证号", GRANDMOTHER, "死亡日期", "2017-07-10");
    clerk.imports("2017-10-05");

    assertThat(clerk.recalculates("--household", "H1"))
        .containsExactly("H1 2.2.5-e M2017-08 -140.00 DEATH", "H1 2.2.5-e M2017-09 -140.00 DEATH");
    assertThat(clerk.screen())
        .contains("2017-09（最近过账的月份）", "440499********0126", "应冲 280.00 元", "未过账")
        .doesNotContain(GRANDMOTHER);
    assertThat(clerk.changedFacts("--household", "H1"))
        .containsExactly("死亡 zx_death：新增，死亡日期 2017-07-10（第 2 批 2017-10-05 zx_death.csv 第 2 行）");

    clerk.posts("镇里 10 月 5 日报死亡", "--household", "H1");

    assertThat(clerk.reads("2017-09", "ledger.csv", LINES))
        .containsExactly(
            "201709-0000001 2.2.5-e M2017-09 140.00 正常",
            "201709-0000002 2.2.5-e M2017-08 -140.00 冲销 DEATH",
            "201709-0000003 2.2.5-e M2017-09 -140.00 冲销 DEATH");
    assertThat(clerk.reads("2017-09", "recoveries.csv", "条款", "金额", "状态"))
        .containsExactly("2.2.5-e 140.00 待追回", "2.2.5-e 140.00 待追回");
    assertThat(clerk.recalculates("--all")).isEmpty();
  }

  @Test
  void aBackdatedStandardBringsArrears() {
    clerk.runs("2017-03", "2017-04");
    clerk.remove("mz_standard");
    clerk.add("mz_standard", "起始月", "2017-01", "标准", "800.00", "文号", "样例");
    clerk.imports("2017-05-10");

    assertThat(clerk.recalculates("--town", Departments.TOWN))
        .containsExactly("H1 2.2.5-e M2017-03 20.00 RATE", "H1 2.2.5-e M2017-04 20.00 RATE");
    assertThat(clerk.changedFacts("--all"))
        .containsExactly(
            "低保标准 mz_standard：标准 700.00→800.00（第 1 批 2017-03-31 mz_standard.csv 第 2 行"
                + " → 第 2 批 2017-05-10 mz_standard.csv 第 2 行）");
  }

  @Test
  void aPupilOfAnotherStageGetsTheOtherRate() {
    clerk.member("H1", PUPIL, "学生", "孙子女");
    Map<String, String> enrolment =
        clerk.add(
            "jy_enrolment",
            "身份证号",
            PUPIL,
            "学校标识码",
            "S1",
            "学校名称",
            "学校",
            "学段",
            "小学",
            "全日制",
            "是",
            "住宿",
            "否",
            "入学日期",
            "2016-09-01",
            "入学学年",
            "2016");
    clerk.runs("2017-09");
    enrolment.put("学段", "初中");
    clerk.imports("2017-10-20");

    assertThat(clerk.recalculates("--household", "H1"))
        .containsExactly("H1 2.2.4-b AY2017 -2000.00 STAGE", "H1 2.2.4-c AY2017 3000.00");
    assertThat(clerk.changedFacts("--household", "H1"))
        .singleElement()
        .asString()
        .contains("学段 小学→初中");
  }

  @Test
  void anExitDecidedLateTakesBackTheMonthsAfterIt() {
    clerk.runs("2017-03", "2017-04", "2017-05");
    household.put("退出日期", "2017-04-30");
    clerk.imports("2017-06-15");

    assertThat(clerk.recalculates("--household", "H1"))
        .containsExactly("H1 2.2.5-e M2017-05 -140.00 EXIT");
    assertThat(clerk.changedFacts("--household", "H1"))
        .singleElement()
        .asString()
        .contains("退出日期 —→2017-04-30");
  }

  @Test
  void aSplitMovesTheSumsToTheNewHousehold() {
    Map<String, String> before = clerk.member("H1", AUNT, "姑姑", "其他");
    clerk.add("mz_dibao", "身份证号", AUNT, "起始日期", "2016-01-01");
    clerk.runs("2017-04", "2017-05");
    before.put("离户日期", "2017-04-30");
    Map<String, String> split = clerk.file("H2", AUNT, "62220002");
    split.put("原户编号", "H1");
    split.put("分户日期", "2017-05-01");
    clerk.remove("nb_member", "户编号", "H2");
    clerk.member("H2", AUNT, "户主", "户主").put("加入日期", "2017-05-01");
    clerk.imports("2017-06-20");

    assertThat(clerk.recalculates("--household", "H2"))
        .containsExactly("H1 2.2.5-e M2017-05 -140.00 OTHER", "H2 2.2.5-e M2017-05 140.00 OTHER");

    clerk.posts("分户", "--household", "H2");

    assertThat(clerk.recalculates("--all")).isEmpty();
  }

  @Test
  void aHukouThatLeftEndsWhatRestsOnIt() {
    clerk.runs("2017-03", "2017-04", "2017-05");
    membership.put("户籍迁出日期", "2017-04-15");
    clerk.imports("2017-06-02");

    assertThat(clerk.recalculates("--household", "H1"))
        .containsExactly("H1 2.2.5-e M2017-05 -140.00 HUKOU");
  }

  @Test
  void aReclassificationClaimsNothingBackFromLastYear() {
    clerk.runs("2017-12", "2018-01");
    household.put("帮扶类别", "3");
    clerk.runs("2018-02");

    assertThat(clerk.recalculates("--all")).isEmpty();
  }

  @Test
  void anExplicitCorrectionClaimsBackLastYearToo() {
    clerk.runs("2017-12", "2018-01");
    household.put("帮扶类别", "3");
    clerk.imports("2018-02-10", "--correct", "nb_household");

    assertThat(clerk.recalculates("--household", "H1"))
        .hasSize(13)
        .contains("H1 2.2.5-e M2017-03 -140.00 HUKOU", "H1 2.2.5-g Y2017 -50.00 HUKOU");
    assertThat(clerk.changedFacts("--household", "H1"))
        .singleElement()
        .asString()
        .contains("帮扶类别 1→3");
  }

  @Test
  void whatOnlyACorrectionMakesTrueForAllTimeIsNamedAsThat() {
    clerk.runs("2017-12", "2018-01");
    household.put("帮扶类别", "3");
    clerk.runs("2018-02");
    clerk.imports("2018-03-10", "--correct", "nb_household");

    assertThat(clerk.changedFacts("--household", "H1"))
        .singleElement()
        .asString()
        .contains("改为自始有效", "帮扶类别 3");
  }
}
