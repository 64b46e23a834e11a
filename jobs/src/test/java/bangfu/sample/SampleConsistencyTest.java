package bangfu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample is clean: no check of policy part 3 finds anything that would hold money. */
class SampleConsistencyTest {
  @TempDir private static Path folder;

  private static DeliveredTables tables;
  private static List<Map<String, String>> members;

  @BeforeAll
  static void generate() throws Exception {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, SampleGenerator.DEFAULT_HOUSEHOLDS)
        .write(folder);
    tables = new DeliveredTables(folder);
    members = tables.rows("nb_member");
  }

  @Test
  void everyTableHasRowsAndNoKeyTwice() {
    for (Table table : Tables.standard().all()) {
      List<Map<String, String>> rows = tables.rows(table.name());
      assertThat(rows).as(table.name()).isNotEmpty();
      assertThat(rows.stream().map(row -> table.key().stream().map(row::get).toList()))
          .as(table.name())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void identityNumbersAreTrueOnesOfNobodyAndUnique() {
    for (Map<String, String> member : members) {
      String id = member.get("身份证号");
      assertThat(id).startsWith("440499").matches("\\d{17}[0-9X]");
      assertThat(id.substring(6, 14)).isEqualTo(member.get("出生日期").replace("-", ""));
      assertThat((id.charAt(16) - '0') % 2 == 1 ? "男" : "女").isEqualTo(member.get("性别"));
      assertThat(weightedSum(id) % 11).as(id).isEqualTo(1);
    }
    assertThat(members.stream().map(member -> member.get("身份证号"))).doesNotHaveDuplicates();
  }

  /** ISO 7064 MOD 11-2: the weighted sum with the check character leaves 1. */
  private static int weightedSum(String id) {
    int sum = id.charAt(17) == 'X' ? 10 : id.charAt(17) - '0';
    int weight = 1;
    for (int i = 16; i >= 0; i--) {
      weight = weight * 2 % 11;
      sum += weight * (id.charAt(i) - '0');
    }
    return sum;
  }

  @Test
  void householdsHaveOneHeadTheirFiledSizeAndAnIncomeBelowTheThreshold() {
    Map<String, List<Map<String, String>>> byHousehold =
        members.stream().collect(Collectors.groupingBy(member -> member.get("户编号")));
    Set<String> dead = ids("zx_death");
    for (Map<String, String> household : tables.rows("nb_household")) {
      List<Map<String, String>> own = byHousehold.get(household.get("户编号"));
      List<Map<String, String>> heads =
          own.stream().filter(member -> member.get("与户主关系").equals("户主")).toList();
      assertThat(heads).hasSize(1);
      assertThat(heads.get(0).get("身份证号")).isEqualTo(household.get("户主身份证号"));
      assertThat(heads.get(0).get("离户日期")).isEmpty();
      assertThat(dead).doesNotContain(heads.get(0).get("身份证号"));
      assertThat(household.get("家庭人口")).isEqualTo(Integer.toString(own.size()));
      assertThat(new BigDecimal(household.get("家庭年可支配收入")))
          .isLessThan(new BigDecimal(11_000 * own.size()));
    }
    assertThat(byHousehold).hasSize(3979);
  }

  @Test
  void membersAreOfTheDistrictAndBornBeforeTheSurveyEnds() {
    assertThat(members).allMatch(member -> member.get("户籍").equals("本区"));
    assertThat(members).allMatch(member -> member.get("出生日期").compareTo("2017-03-31") <= 0);
    assertThat(members)
        .noneMatch(
            member ->
                member.get("出生日期").compareTo("1957-01-01") >= 0
                    && member.get("出生日期").compareTo("1957-03-31") <= 0);
  }

  @Test
  void certificateNumbersSayIdCategoryAndGrade() {
    List<String> categories = List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重");
    for (Map<String, String> row : tables.rows("cl_certificate")) {
      int category = categories.indexOf(row.get("类别")) + 1;
      assertThat(row.get("残疾人证号")).isEqualTo(row.get("身份证号") + category + row.get("等级"));
      assertThat(row.get("多重分类").isEmpty()).isEqualTo(category != 7);
      assertThat(row.get("符合方案条件")).isEqualTo("是");
    }
  }

  @Test
  void nobodyIsInTwoSpellsOnOneDay() {
    assertNoOverlap(spells("jy_enrolment", "入学日期", "离校日期"));
    assertNoOverlap(spells("rs_medical", "起始日期", "终止日期"));
    List<Spell> rolls = new ArrayList<>(spells("mz_dibao", "起始日期", "终止日期"));
    rolls.addAll(spells("mz_wubao", "起始日期", "终止日期"));
    assertNoOverlap(rolls);
  }

  @Test
  void theDeadDrawNothing() {
    Map<String, String> deaths =
        tables.rows("zx_death").stream()
            .collect(Collectors.toMap(row -> row.get("身份证号"), row -> row.get("死亡日期")));
    List<Spell> spells = new ArrayList<>(spells("mz_dibao", "起始日期", "终止日期"));
    spells.addAll(spells("rs_medical", "起始日期", "终止日期"));
    spells.addAll(spells("jy_enrolment", "入学日期", "离校日期"));
    assertThat(spells)
        .filteredOn(spell -> deaths.containsKey(spell.id()))
        .isNotEmpty()
        .allMatch(spell -> spell.last().compareTo(deaths.get(spell.id())) <= 0);
  }

  @Test
  void everyPersonOfADepartmentIsAMember() {
    Set<String> known = ids("nb_member");
    for (Table table : Tables.standard().all()) {
      if (table.columns().stream().anyMatch(column -> column.name().equals("身份证号"))) {
        assertThat(known).as(table.name()).containsAll(ids(table.name()));
      }
    }
  }

  private static Set<String> ids(String table) {
    return tables.rows(table).stream().map(row -> row.get("身份证号")).collect(Collectors.toSet());
  }

  private static List<Spell> spells(String table, String first, String last) {
    return tables.rows(table).stream()
        .map(
            row ->
                new Spell(
                    row.get("身份证号"),
                    row.get(first),
                    row.get(last).isEmpty() ? "9999-12-31" : row.get(last)))
        .toList();
  }

  private static void assertNoOverlap(List<Spell> spells) {
    Map<String, Set<Spell>> byPerson = new HashMap<>();
    for (Spell spell : spells) {
      assertThat(spell.first()).isLessThanOrEqualTo(spell.last());
      Set<Spell> earlier = byPerson.computeIfAbsent(spell.id(), id -> new HashSet<>());
      assertThat(earlier).noneMatch(other -> other.meets(spell));
      earlier.add(spell);
    }
  }

  private record Spell(String id, String first, String last) {
    boolean meets(Spell other) {
      return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }
  }
}
