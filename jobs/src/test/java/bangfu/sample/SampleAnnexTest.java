package bangfu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Annex 1, counted from the delivered rows by the definitions of the annex, on the filing day and
 * at the month's end.
 */
class SampleAnnexTest {
  private static final List<String> TOWNS =
      List.of("440403107", "440403103", "440403106", "440403105", "440403100", "440403001");

  @TempDir private static Path folder;

  private static DeliveredTables tables;
  private static Map<String, String> townOfHousehold;
  private static Map<String, String> townOfPerson;
  private static Map<String, String> householdOfPerson;

  @BeforeAll
  static void generate() throws Exception {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, SampleGenerator.DEFAULT_HOUSEHOLDS)
        .write(folder);
    tables = new DeliveredTables(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "households | 3979,609,575,1149,602,975,69",
        "persons    | 7032,1076,899,2003,1274,1661,119",
        "labour     | 2044,364,211,605,402,426,36",
        "ill        | 1274,133,107,387,260,375,12",
        "disabled   | 1916,352,293,496,302,425,48",
        "pupils     | 1272,231,163,388,234,237,19",
        "dibao      | 4210,846,561,1120,570,1030,83",
        "wubao      | 863,78,210,234,119,214,8",
        "housing    | 623,41,29,210,54,284,5",
        "mothers    | 90,11,14,33,15,17,0",
        "elders     | 2114,178,327,563,412,607,27"
      })
  void figureOfAnnex1(String figure, String expected) {
    for (String day : List.of("2017-03-10", "2017-03-31")) {
      register(day);
      assertThat(byTown(townsOf(figure, day))).as(figure + " on " + day).isEqualTo(expected);
    }
  }

  /** Households on file that day, and their living members with local hukou. */
  private static void register(String day) {
    townOfHousehold = new HashMap<>();
    townOfPerson = new HashMap<>();
    householdOfPerson = new HashMap<>();
    for (Map<String, String> row : tables.rows("nb_household")) {
      if (holds(row, "建档日期", "退出日期", day)) {
        townOfHousehold.put(row.get("户编号"), row.get("镇街代码"));
      }
    }
    Set<String> dead =
        tables.rows("zx_death").stream()
            .filter(row -> row.get("死亡日期").compareTo(day) < 0)
            .map(row -> row.get("身份证号"))
            .collect(Collectors.toSet());
    for (Map<String, String> row : tables.rows("nb_member")) {
      boolean here = holds(row, "加入日期", "离户日期", day) && holds(row, "加入日期", "户籍迁出日期", day);
      if (here && row.get("户籍").equals("本区") && !dead.contains(row.get("身份证号"))) {
        townOfPerson.put(row.get("身份证号"), townOfHousehold.get(row.get("户编号")));
        householdOfPerson.put(row.get("身份证号"), row.get("户编号"));
      }
    }
  }

  private static List<String> townsOf(String figure, String day) {
    return switch (figure) {
      case "households" -> new ArrayList<>(townOfHousehold.values());
      case "persons" -> new ArrayList<>(townOfPerson.values());
      case "labour" ->
          persons(tables.rows("rs_labour").stream().filter(row -> row.get("劳动能力").equals("是")));
      case "ill" -> persons(tables.rows("wj_illness").stream());
      case "disabled" -> persons(holding("cl_certificate", "发证日期", "有效期止", day));
      case "pupils" -> persons(holding("jy_enrolment", "入学日期", "离校日期", day));
      case "dibao" -> persons(holding("mz_dibao", "起始日期", "终止日期", day));
      case "wubao" -> persons(holding("mz_wubao", "起始日期", "终止日期", day));
      case "housing" ->
          households(
              tables.rows("zj_housing").stream()
                  .filter(row -> row.get("列入名单").equals("是"))
                  .map(row -> row.get("户编号")));
      case "mothers" ->
          households(
              holding("fl_mother", "列入日期", "退出日期", day)
                  .map(row -> householdOfPerson.get(row.get("身份证号"))));
      case "elders" ->
          persons(
              tables.rows("nb_member").stream()
                  .filter(row -> sixtiethBirthday(row.get("出生日期")).compareTo(day) <= 0));
      default -> throw new IllegalArgumentException(figure);
    };
  }

  private static String sixtiethBirthday(String birth) {
    return Integer.parseInt(birth.substring(0, 4)) + 60 + birth.substring(4);
  }

  private static Stream<Map<String, String>> holding(
      String table, String first, String last, String day) {
    return tables.rows(table).stream().filter(row -> holds(row, first, last, day));
  }

  private static boolean holds(Map<String, String> row, String first, String last, String day) {
    boolean ended = !row.get(last).isEmpty() && row.get(last).compareTo(day) < 0;
    return row.get(first).compareTo(day) <= 0 && !ended;
  }

  private static List<String> persons(Stream<Map<String, String>> rows) {
    Set<String> ids = rows.map(row -> row.get("身份证号")).collect(Collectors.toSet());
    return ids.stream().filter(townOfPerson::containsKey).map(townOfPerson::get).toList();
  }

  private static List<String> households(Stream<String> numbers) {
    return new HashSet<>(numbers.toList()).stream().map(townOfHousehold::get).toList();
  }

  private static String byTown(List<String> towns) {
    return towns.size()
        + ","
        + TOWNS.stream()
            .map(town -> Long.toString(towns.stream().filter(town::equals).count()))
            .collect(Collectors.joining(","));
  }
}
