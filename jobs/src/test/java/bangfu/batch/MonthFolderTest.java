package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order and the words of the files for people. */
class MonthFolderTest {
  private static final String HEAD = District.id("1950-01-01", "01");

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

  @Test
  void anUndeliveredTableLeavesOneRowWithClauseAndCodeAlone() throws IOException {
    district.withhold("mz_dibao", "mz_wubao");
    district.run("2017-03");

    assertThat(
            district.rows(
                "2017-03",
                "pending.csv",
                "户编号",
                "对象",
                "条款",
                "归属期间",
                "代码",
                "所缺事实",
                "责任单位",
                "最低金额",
                "最高金额"))
        .containsExactly(
            "  2.2.5-c  TABLE_MISSING    ",
            "  2.2.5-e  TABLE_MISSING    ",
            "  2.2.5-g  TABLE_MISSING    ",
            "  2.2.8-a  TABLE_MISSING    ");
  }

  @Test
  void findingsOfOneCheckAreSortedByTheWordOfTheirLevel() throws IOException {
    district.file("G1", District.id("1951-01-01", "02"), "62220002").put("家庭人口", "0");
    district.member("H1", District.id("1952-01-01", "03"), "老伴", "配偶");
    district.run("2017-03");

    assertThat(district.rows("2017-03", "quality.csv", "检查号", "级别", "户编号"))
        .contains("Q38 提醒 H1", "Q38 阻断 G1")
        .isSorted();
  }

  @Test
  void pendingItemsOfAHouseholdAreSortedByCodePoint() throws IOException {
    for (String number : new String[] {"𠀀", "Ａ", "A"}) {
      district.add(
          "zx_shock",
          "编号",
          number,
          "户编号",
          "H1",
          "类别",
          "因病",
          "起始月",
          "2017-01",
          "截止月",
          "2017-03",
          "损失总额",
          "1.00",
          "已报销赔付",
          "0.00",
          "认定日期",
          "2017-03-15",
          "方案金额",
          "5.00");
    }
    district.run("2017-03");

    assertThat(district.rows("2017-03", "pending.csv", "归属期间"))
        .containsExactly("ITEM:A", "ITEM:Ａ", "ITEM:𠀀");
  }

  @Test
  void theManifestSaysWhichEngineRulesAndParametersMadeTheMonth() throws IOException {
    district.run("2017-03");

    assertThat(Files.readString(folder.resolve("2017-03/manifest.json")))
        .containsPattern(
            "(?s)\"engine\"\\s*:\\s*\\{\\s*\"version\"[^}]*\"sha256\"\\s*:\\s*\"[0-9a-f]{64}\"");
  }
}
