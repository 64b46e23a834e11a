package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 更正原因 in ledger.csv, for facts that change between two months. */
class CorrectionTest {
  private static final String HEAD = District.id("1950-01-01", "01");
  private static final String PUPIL = District.id("2002-05-05", "02");
  private static final String[] SHOWN = {"条款", "归属期间", "收款方", "金额", "原因", "更正原因"};

  @TempDir Path folder;
  private District district;

  @BeforeEach
  void open() {
    district = new District(folder);
    district.file("H1", HEAD, "62220001");
  }

  @AfterEach
  void close() {
    district.close();
  }

  private Map<String, String> enrolled(String school, String stage) {
    district.member("H1", PUPIL, "学生", "子女");
    return district.add(
        "jy_enrolment",
        "身份证号",
        PUPIL,
        "学校标识码",
        school,
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

  @Test
  void aStageThatWasWrongIsAStage() throws IOException {
    Map<String, String> enrolment = enrolled("S1", "小学");
    district.run("2017-09");
    enrolment.put("学段", "初中");
    district.run("2017-10");

    assertThat(district.rows("2017-10", "ledger.csv", SHOWN))
        .containsExactly("2.2.4-b AY2017 H1 -2000.00 冲销 STAGE", "2.2.4-c AY2017 H1 3000.00 补发 ");
  }

  @Test
  void anotherStageThatGivesLessOfTheSameIsAStage() throws IOException {
    Map<String, String> enrolment = enrolled("S1", "普高");
    district.run("2017-09");
    enrolment.put("学段", "中职");
    district.run("2017-10");

    assertThat(district.rows("2017-10", "ledger.csv", SHOWN))
        .contains("2.2.4-e AY2017 S1 -500.00 冲销 STAGE", "2.2.4-e AY2017 S1 300.00 补发 STAGE");
  }

  @Test
  void anotherPayeeIsNoRate() throws IOException {
    Map<String, String> item =
        district.add(
            "cl_rehab",
            "审批号",
            "R1",
            "身份证号",
            HEAD,
            "项目",
            "适配",
            "服务日期",
            "2017-03-12",
            "核定金额",
            "1000.00",
            "收款方",
            "机构",
            "机构名称",
            "甲中心");
    district.add(
        "cl_certificate",
        "残疾人证号",
        HEAD + "41",
        "身份证号",
        HEAD,
        "类别",
        "肢体",
        "等级",
        "1",
        "发证日期",
        "2015-01-01",
        "有效期止",
        "2025-01-01",
        "符合方案条件",
        "是");
    district.run("2017-03");
    item.put("机构名称", "乙中心");
    district.run("2017-04");

    assertThat(district.rows("2017-04", "ledger.csv", SHOWN))
        .containsExactlyInAnyOrder(
            "2.2.3-b ITEM:R1 甲中心 -1000.00 冲销 OTHER", "2.2.3-b ITEM:R1 乙中心 1000.00 补发 OTHER");
  }

  @Test
  void aDeathThatIsTakenBackBringsTheSumAgainForThatReason() throws IOException {
    district.onDibao(HEAD);
    district.run("2017-04");
    Map<String, String> death = district.add("zx_death", "身份证号", HEAD, "死亡日期", "2017-03-20");
    district.run("2017-05");
    death.put("死亡日期", "2019-03-20");
    district.run("2017-06");

    assertThat(district.rows("2017-05", "ledger.csv", SHOWN))
        .containsExactly("2.2.5-e M2017-04 H1 -140.00 冲销 DEATH");
    assertThat(district.rows("2017-06", "ledger.csv", SHOWN))
        .containsExactly(
            "2.2.5-e M2017-04 H1 140.00 补发 DEATH",
            "2.2.5-e M2017-05 H1 140.00 补发 ",
            "2.2.5-e M2017-06 H1 140.00 正常 ");
  }

  @Test
  void anotherStandardIsARate() throws IOException {
    district.onDibao(HEAD);
    district.run("2017-03");
    district.remove("mz_standard");
    district.add("mz_standard", "起始月", "2017-01", "标准", "800.00", "文号", "样例");
    district.run("2017-04");

    assertThat(district.rows("2017-04", "ledger.csv", SHOWN))
        .containsExactly("2.2.5-e M2017-03 H1 20.00 补发 RATE", "2.2.5-e M2017-04 H1 160.00 正常 ");
  }

  @Test
  void someoneWhoDiedBeforeTheFirstDayOfAYearlySumIsADeath() throws IOException {
    String nearlySixty = District.id("1957-06-15", "03");
    district.onDibao(HEAD);
    district.member("H1", nearlySixty, "老人", "兄弟姐妹");
    district.run("2017-06");
    district.add("zx_death", "身份证号", nearlySixty, "死亡日期", "2017-06-01");
    district.run("2017-07");

    assertThat(district.rows("2017-06", "ledger.csv", "对象", "条款"))
        .contains(nearlySixty + " 2.2.5-g");
    assertThat(district.rows("2017-07", "ledger.csv", SHOWN))
        .contains("2.2.5-g Y2017 意外险承保 -50.00 冲销 DEATH");
  }
}
