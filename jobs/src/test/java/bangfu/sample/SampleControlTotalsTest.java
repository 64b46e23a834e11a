package bangfu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The facts behind the control totals of policy part 5, and the streams that later months live on.
 */
class SampleControlTotalsTest {
  @TempDir private static Path folder;

  private static DeliveredTables tables;

  @BeforeAll
  static void generate() throws Exception {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, SampleGenerator.DEFAULT_HOUSEHOLDS)
        .write(folder);
    tables = new DeliveredTables(folder);
  }

  @Test
  void housesAreAccepted30PercentBy2017AndAllBy2019() {
    List<String> accepted =
        tables.rows("zj_housing").stream()
            .map(row -> row.get("验收日期"))
            .filter(day -> !day.isEmpty())
            .toList();
    assertThat(accepted).hasSize(623).allMatch(day -> day.compareTo("2019-12-31") <= 0);
    assertThat(accepted).filteredOn(day -> day.compareTo("2017-12-31") <= 0).hasSize(187);
    assertThat(accepted).filteredOn(day -> day.compareTo("2017-09-30") <= 0).hasSize(118);
    assertThat(accepted).allMatch(day -> day.compareTo("2017-03-10") >= 0);
  }

  @Test
  void listedHouseholdsStayOnFile() {
    Set<String> exited =
        tables.rows("nb_household").stream()
            .filter(row -> !row.get("退出日期").isEmpty())
            .map(row -> row.get("户编号"))
            .collect(Collectors.toSet());
    assertThat(exited).isNotEmpty();
    assertThat(tables.rows("zj_housing"))
        .filteredOn(row -> row.get("列入名单").equals("是"))
        .noneMatch(row -> exited.contains(row.get("户编号")));
  }

  @Test
  void ninetyMothersAreListedTheWholeOf2017AndNobodyElse() {
    assertThat(tables.rows("fl_mother"))
        .filteredOn(row -> row.get("列入日期").compareTo("2017-12-31") <= 0)
        .hasSize(90)
        .allMatch(row -> row.get("列入日期").compareTo("2017-01-01") < 0)
        .allMatch(row -> row.get("退出日期").isEmpty() || row.get("退出日期").compareTo("2018") > 0);
  }

  @Test
  void allDisabledAndAllEldersAreInsuredAsResidentsThrough2017() {
    Set<String> insured =
        tables.rows("rs_medical").stream()
            .filter(row -> row.get("险种").equals("居民") && row.get("个人应缴").equals("360.00"))
            .filter(row -> row.get("起始日期").compareTo("2017-03-10") <= 0)
            .map(row -> row.get("身份证号"))
            .collect(Collectors.toSet());
    assertThat(insured).containsAll(ids(tables.rows("cl_certificate")));
    List<Map<String, String>> elders =
        tables.rows("nb_member").stream()
            .filter(row -> row.get("出生日期").compareTo("1956-12-31") <= 0)
            .toList();
    assertThat(insured).containsAll(ids(elders));
  }

  @Test
  void farmsAndVillages() {
    assertThat(tables.rows("ny_household")).hasSize(1161);
    assertThat(tables.rows("zx_notice")).hasSize(126);
    assertThat(tables.rows("nb_household").stream().map(row -> row.get("村居代码")).distinct())
        .hasSize(126)
        .allMatch(village -> village.matches("440403\\d{6}"));
    assertThat(tables.rows("zx_check"))
        .hasSize(3979)
        .allMatch(row -> row.get("月份").equals("2017-03"));
  }

  @Test
  void thePlanYearsBringEveryKindOfChange() {
    assertThat(days("zx_death", "死亡日期")).hasSizeGreaterThan(10).allMatch(this::isLater);
    assertThat(days("nb_member", "离户日期")).hasSizeGreaterThan(5).allMatch(this::isLater);
    assertThat(days("nb_member", "户籍迁出日期")).hasSizeGreaterThan(5).allMatch(this::isLater);
    assertThat(days("mz_dibao", "终止日期")).hasSizeGreaterThan(20).allMatch(this::isLater);
    assertThat(days("mz_dibao", "起始日期")).filteredOn(this::isLater).hasSizeGreaterThan(20);
    assertThat(days("mz_wubao", "终止日期")).isNotEmpty().allMatch(this::isLater);
    assertThat(tables.rows("nb_member"))
        .filteredOn(row -> row.get("出生日期").matches("195[789].*"))
        .hasSizeGreaterThan(100);
    assertThat(tables.rows("jy_enrolment")).anyMatch(row -> row.get("学段").equals("研究生"));
    assertThat(tables.rows("jy_enrolment")).anyMatch(row -> row.get("全日制").equals("否"));
    assertThat(tables.rows("cl_rehab"))
        .extracting(row -> row.get("核定金额"))
        .contains("200.00", "24000.00", "24000.01");
    assertThat(tables.rows("cl_rehab")).anyMatch(row -> row.get("项目").equals("言语训练"));
  }

  private boolean isLater(String day) {
    return day.compareTo("2017-04-01") >= 0;
  }

  private static List<String> days(String table, String column) {
    return tables.rows(table).stream()
        .map(row -> row.get(column))
        .filter(day -> !day.isEmpty())
        .toList();
  }

  private static Set<String> ids(List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.get("身份证号")).collect(Collectors.toSet());
  }
}
