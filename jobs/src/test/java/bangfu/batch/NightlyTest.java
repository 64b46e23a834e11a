package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Instructions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a nightly import says about the past, in money. */
class NightlyTest {
  private static final String ANNA = District.id("1950-01-01", "01");
  private static final String BELLA = District.id("1951-01-01", "02");
  private static final String[] SHOWN = {"户编号", "条款", "归属期间", "金额", "原因"};

  @TempDir Path folder;
  private District district;

  @BeforeEach
  void twoHouseholdsOnDibao() {
    district = new District(folder);
    district.file("H1", ANNA, "62220001");
    district.file("H2", BELLA, "62220002");
    district.onDibao(ANNA);
    district.onDibao(BELLA);
  }

  @AfterEach
  void close() {
    district.close();
  }

  @Test
  void aHouseholdThatWasNeverTrueGivesBackAllItGot() throws IOException {
    district.run("2017-03");
    dropSecondHousehold();
    district.receive("2017-04-10", correcting("nb_household", "nb_member"));
    district.runWithoutExtracts("2017-04");

    assertThat(district.rows("2017-04", "ledger.csv", SHOWN))
        .contains("H2 2.2.5-e M2017-03 -140.00 冲销", "H2 2.2.5-g Y2017 -50.00 冲销")
        .contains("H1 2.2.5-e M2017-04 140.00 正常")
        .hasSize(3);
  }

  @Test
  void aRowThatEndedStopsMoneyAndClaimsNothingBack() throws IOException {
    district.run("2017-03");
    district.remove("mz_dibao", "身份证号", BELLA);
    district.receive("2017-04-10", confirming("mz_dibao"));
    district.runWithoutExtracts("2017-05");

    assertThat(district.rows("2017-05", "ledger.csv", SHOWN))
        .containsExactly(
            "H1 2.2.5-e M2017-04 140.00 补发",
            "H1 2.2.5-e M2017-05 140.00 正常",
            "H2 2.2.5-e M2017-04 140.00 补发");
  }

  @Test
  void aVanishedRowWithoutConfirmationKeepsCounting() throws IOException {
    district.run("2017-03");
    district.remove("mz_dibao", "身份证号", BELLA);
    district.run("2017-04");

    assertThat(district.rows("2017-04", "ledger.csv", SHOWN))
        .contains("H2 2.2.5-e M2017-04 140.00 正常");
    assertThat(district.rows("2017-04", "quality.csv", "检查号", "数据表")).contains("Q32 mz_dibao");
  }

  @Test
  void aMendedRowIsPaidWithArrears() throws IOException {
    Map<String, String> row = district.add("mz_wubao", "身份证号", BELLA, "供养方式", "不知");
    row.put("起始日期", "2016-01-01");
    district.remove("mz_dibao", "身份证号", BELLA);
    district.run("2017-03");
    assertThat(district.rows("2017-03", "ledger.csv", SHOWN))
        .noneMatch(line -> line.startsWith("H2"));

    row.put("供养方式", "分散");
    district.withholdAllBut("mz_wubao");
    district.receive("2017-04-10", new Instructions(Set.of(), List.of(), false, true, "", "clerk"));
    district.runWithoutExtracts("2017-04");

    assertThat(district.rows("2017-04", "ledger.csv", SHOWN)).contains("H2 2.2.5-g Y2017 50.00 补发");
    assertThat(district.rows("imports", "2017-04-10/tables.csv", "数据表", "状态", "新增"))
        .containsExactly("mz_wubao 补正 1");
  }

  private void dropSecondHousehold() {
    district.remove("nb_household", "户编号", "H2");
    district.remove("nb_member", "户编号", "H2");
  }

  private static Instructions correcting(String... tables) {
    return new Instructions(Set.of(tables), List.of(), false, false, "", "clerk");
  }

  private static Instructions confirming(String name) {
    Table table = Tables.standard().table(name);
    return new Instructions(
        Set.of(),
        List.of(new Instructions.Confirmation(table, null)),
        false,
        false,
        "民政来函",
        "clerk");
  }
}
