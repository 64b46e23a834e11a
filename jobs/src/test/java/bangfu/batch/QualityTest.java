package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that need more than one unit of assessment, or a day. */
class QualityTest {
  private static final String HEAD = District.id("1950-01-01", "01");
  private static final String SECOND = District.id("1951-01-01", "02");

  @TempDir Path folder;
  private District district;
  private Map<String, String> household;

  @BeforeEach
  void open() {
    district = new District(folder);
    household = district.file("H1", HEAD, "62220001");
  }

  @AfterEach
  void close() {
    district.close();
  }

  private List<String> found(String month, String check) throws IOException {
    return district.rows(month, "quality.csv", "检查号", "级别", "户编号", "对象", "行号", "说明").stream()
        .filter(row -> row.startsWith(check))
        .map(row -> row.substring(check.length() + 1))
        .toList();
  }

  @Test
  void q14WarnsOfACertificateThatHasExpired() throws IOException {
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
        "2010-01-01",
        "有效期止",
        "2017-04-15",
        "符合方案条件",
        "是");
    district.run("2017-03");
    district.run("2017-04");
    district.run("2017-05");

    assertThat(found("2017-03", "Q14")).isEmpty();
    assertThat(found("2017-04", "Q14")).containsExactly("提醒 H1 " + HEAD + " 2 残疾人证已过有效期");
    assertThat(found("2017-05", "Q14")).hasSize(1);
  }

  @Test
  void q39NamesATableThatOnlyTheLastDeliveryMissed() throws IOException {
    district.run("2017-03");
    district.withhold("zx_death");
    household.put("家庭人口", "2");
    district.run("2017-04");

    assertThat(tables("2017-03")).isEmpty();
    assertThat(tables("2017-04")).containsExactly("zx_death 本次未报送，沿用 2017-03-31 的数据");
  }

  @Test
  void q39TellsOnceOfAFileThatWasRefusedAtFirst() throws IOException {
    district.withhold("zx_death");
    Files.createDirectories(folder.resolve("delivery"));
    Files.writeString(folder.resolve("delivery/zx_death.xlsx"), "no workbook");
    district.run("2017-03");

    assertThat(tables("2017-03"))
        .singleElement()
        .asString()
        .startsWith("zx_death 文件被退回：")
        .endsWith("没有有效数据");
  }

  @Test
  void q39SaysWhetherClausesRestOnTheMissingTable() throws IOException {
    district.withhold("zx_notice");
    district.withhold("rs_medical");
    district.run("2017-03");

    assertThat(district.rows("2017-03", "quality.csv", "检查号", "数据表", "说明", "处理"))
        .contains("Q39 zx_notice 从未报送，没有有效数据 照常计算", "Q39 rs_medical 从未报送，没有有效数据，依赖此表的条款挂起 相关资金挂起");
  }

  private List<String> tables(String month) throws IOException {
    return district.rows(month, "quality.csv", "检查号", "数据表", "说明").stream()
        .filter(row -> row.startsWith("Q39 "))
        .map(row -> row.substring("Q39 ".length()))
        .toList();
  }

  @Test
  void q16NamesAPaidHouseholdThatVanished() throws IOException {
    district.onDibao(HEAD);
    district.file("H2", SECOND, "62220002");
    district.run("2017-03");
    district.remove("nb_household");
    district.run("2017-04");

    assertThat(found("2017-04", "Q16")).containsExactly("提醒 H1 H1 2 已入账的户不在最近一批数据中");
    assertThat(found("2017-04", "Q32")).hasSize(2);
  }

  @Test
  void q24And26OverlookWhoHasLeftOrDied() throws IOException {
    district.add("fl_mother", "身份证号", HEAD, "列入日期", "2017-03-01");
    district.add("mz_wubao", "身份证号", HEAD, "供养方式", "分散", "起始日期", "2017-03-01");
    district.member("H1", SECOND, "配偶", "配偶");
    district.run("2017-03");
    district.add("zx_death", "身份证号", SECOND, "死亡日期", "2017-04-10");
    district.run("2017-04");

    assertThat(found("2017-03", "Q24")).containsExactly("提醒 H1 H1 2 单亲特困母亲的家庭有配偶");
    assertThat(found("2017-03", "Q26")).containsExactly("提醒 H1 H1 2 五保户有配偶或子女");
    assertThat(found("2017-04", "Q24")).isEmpty();
    assertThat(found("2017-04", "Q26")).isEmpty();
  }

  @Test
  void q28NamesEachHouseholdOnFileThatNobodyConfirmed() throws IOException {
    district.file("H2", SECOND, "62220002");
    district.add("zx_check", "户编号", "H1", "月份", "2017-03", "核查日期", "2017-03-20", "变化", "无");
    district.run("2017-03");
    household.put("退出日期", "2017-03-31");
    district.run("2017-04");

    assertThat(found("2017-03", "Q28")).containsExactly("提醒 H2 H2 3 2017-03 未核查");
    assertThat(found("2017-04", "Q28")).containsExactly("提醒 H2 H2 3 2017-04 未核查");
  }

  @Test
  void q35WarnsOfARuleForTheClauseThatNamesItsPayers() throws IOException {
    district.pays("2.2.5-e");
    district.pays("2.2.6-b");
    district.run("2017-03");

    assertThat(found("2017-03", "Q35")).containsExactly("提醒  2.2.6-b 3 条款本身写明付款层级，此付款规则不起作用");
  }

  @Test
  void q40LooksAtTheVillageNotices() throws IOException {
    String village = household.get("村居代码");
    district.run("2017-03");
    notice("N1", village, "2017-02-20", "0");
    notice("N2", "440403107002", "2017-02-19", "2");
    district.run("2017-04");

    assertThat(found("2017-03", "Q40")).containsExactly("提醒  " + village + "  有在册户而没有村公示");
    assertThat(found("2017-04", "Q40"))
        .containsExactly("提醒  " + village + " 2 村公示不足 7 天", "提醒  440403107002 3 村公示有异议 2 件");
  }

  private void notice(String number, String village, String from, String objections) {
    district.add(
        "zx_notice",
        "编号",
        number,
        "村居代码",
        village,
        "公示起",
        from,
        "公示止",
        "2017-02-25",
        "名单批次",
        "一",
        "异议数",
        objections);
  }
}
