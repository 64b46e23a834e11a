package bangfu.cli;

import bangfu.batch.Departments;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Six households of invented women and girls whose facts change at random, late and backwards.
 * Every change says in a few words what it was.
 */
final class RandomDistrict {
  private static final int HOUSEHOLDS = 6;
  private static final LocalDate FILED = LocalDate.of(2017, 3, 10);
  private static final List<String> CLAUSES =
      List.of(
          "2.2.5-e", "2.2.5-f", "2.2.5-g", "2.2.4-b", "2.2.4-c", "2.2.4-d", "2.2.2-a", "2.2.7-b");
  private static final List<String> STAGES = List.of("小学", "初中", "普高");
  private static final List<String> STANDARDS = List.of("650.00", "700.00", "800.00", "900.00");

  private final Departments tables;
  private final Random random;
  private final Map<String, Map<String, String>> households = new TreeMap<>();
  private final Map<String, Map<String, String>> accounts = new TreeMap<>();
  private final List<Map<String, String>> members = new ArrayList<>();
  private final List<Map<String, String>> enrolments = new ArrayList<>();
  private final List<Map<String, String>> spells = new ArrayList<>();
  private final Map<String, Map<String, String>> rules = new TreeMap<>();
  private final Map<String, Map<String, String>> deaths = new TreeMap<>();
  private final Map<String, Map<String, String>> standards = new TreeMap<>();
  private final Set<String> vanished = new HashSet<>();
  private int claims;
  private int serial;

  RandomDistrict(Departments tables, Random random) {
    this.tables = tables;
    this.random = random;
    for (int number = 1; number <= HOUSEHOLDS; number++) {
      household("H" + number);
    }
    standard("2017-01", "700.00");
    CLAUSES.stream().filter(clause -> random.nextInt(3) > 0).forEach(this::rule);
    for (String year : List.of("2017", "2018")) {
      for (String level : List.of("市", "区")) {
        budget(year, level, null);
      }
      budget(year, "镇", Departments.TOWN);
    }
  }

  private void budget(String year, String level, String town) {
    tables.add(
        "cz_budget", "年度", year, "资金代码", "F1", "付款层级", level, "镇街代码", town, "金额", "9000000.00");
  }

  private void household(String household) {
    String head = id(random.nextBoolean() ? "1940-02-03" : "1961-07-08");
    households.put(
        household, tables.file(household, head, "6222" + household.substring(1) + "001"));
    accounts.put(household, account(household));
    tables.remove("nb_member", "户编号", household);
    member(household, head, "户主", "户主");
    spell("mz_dibao", "身份证号", head, "起始日期", "2016-01-01");
    spell("rs_medical", "身份证号", head, "险种", "居民", "起始日期", "2016-07-01");
    String child = id(random.nextBoolean() ? "2006-05-05" : "2003-06-06");
    member(household, child, "学生", "孙子女");
    enrol(child);
    if (random.nextBoolean()) {
      String aunt = id("1950-04-04");
      member(household, aunt, "姑姑", "其他");
      spell("mz_dibao", "身份证号", aunt, "起始日期", "2016-01-01");
    }
    tables.add("ny_household", "户编号", household, "核实日期", "2017-03-01");
    if (random.nextInt(3) == 0) {
      tables.add("fl_mother", "身份证号", head, "列入日期", "2017-01-01");
    }
  }

  /** The row that the departments wrote last for a household. */
  private Map<String, String> account(String household) {
    tables.remove("cz_account", "户编号", household);
    return tables.add(
        "cz_account",
        "户编号",
        household,
        "持卡人身份证号",
        households.get(household).get("户主身份证号"),
        "户名",
        "户主",
        "账号",
        "6222" + household.substring(1) + "001",
        "开户行",
        "农商银行");
  }

  private String id(String birth) {
    return Departments.id(birth, "%02d".formatted(10 + serial++));
  }

  private Map<String, String> member(String household, String id, String name, String relation) {
    Map<String, String> row = tables.member(household, id, name, relation);
    members.add(row);
    return row;
  }

  private void spell(String table, String... cells) {
    spells.add(tables.add(table, cells));
  }

  private void enrol(String child) {
    enrolments.add(
        tables.add(
            "jy_enrolment",
            "身份证号",
            child,
            "学校标识码",
            "S1",
            "学校名称",
            "学校",
            "学段",
            any(STAGES),
            "全日制",
            "是",
            "住宿",
            random.nextBoolean() ? "是" : "否",
            "入学日期",
            "2016-09-01",
            "入学学年",
            "2016"));
  }

  private void rule(String clause) {
    rules.put(
        clause,
        tables.add(
            "cz_payer_rule",
            "条款",
            clause,
            "起始日期",
            "2017-01-01",
            "资金代码",
            "F1",
            "付款层级",
            any(List.of("市", "区", "镇")),
            "文号",
            "样例"));
  }

  private String standard(String month, String yuan) {
    standards
        .computeIfAbsent(month, m -> tables.add("mz_standard", "起始月", m, "文号", "样例"))
        .put("标准", yuan);
    return "dibao standard from " + month + " is " + yuan;
  }

  /** Changes something by itself, known from now on, true since any day. */
  String change(LocalDate now) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> death(now);
      case 2 -> standard(YearMonth.from(day(now)).toString(), any(STANDARDS));
      case 3 -> set(any(enrolments), "学段", any(STAGES));
      case 4 -> set(any(enrolments), "离校日期", dayOrNone(now));
      case 5 -> set(anyOf(households), "退出日期", dayOrNone(now));
      case 6 -> split(now);
      case 7, 8 -> accountChange();
      case 9 -> set(any(members), "户籍迁出日期", dayOrNone(now));
      case 10 -> set(any(members), "户籍", any(List.of("本区", "外")));
      case 11 -> set(any(spells), "终止日期", dayOrNone(now));
      case 12 -> payerRule();
      default -> claim(now);
    };
  }

  /** A changed value without a date, said to have been wrong from the beginning. */
  String correction() {
    return set(anyOf(households), "帮扶类别", any(List.of("1", "2", "3")));
  }

  private String death(LocalDate now) {
    String id = any(members).get("身份证号");
    Map<String, String> row =
        deaths.computeIfAbsent(id, person -> tables.add("zx_death", "身份证号", person));
    return "zx_death " + set(row, "死亡日期", day(now).toString());
  }

  private String split(LocalDate now) {
    List<Map<String, String>> adults =
        members.stream().filter(m -> m.get("与户主关系").equals("其他") && m.get("离户日期") == null).toList();
    if (adults.isEmpty()) {
      return claim(now);
    }
    Map<String, String> leaving = any(adults);
    LocalDate day = day(now);
    String old = leaving.get("户编号");
    String household = "H" + (households.size() + 1);
    String id = leaving.get("身份证号");
    leaving.put("离户日期", day.toString());
    Map<String, String> row = tables.file(household, id, "6222" + household.substring(1) + "001");
    row.put("原户编号", old);
    row.put("分户日期", day.plusDays(1).toString());
    households.put(household, row);
    accounts.put(household, account(household));
    tables.remove("nb_member", "户编号", household);
    member(household, id, "户主", "户主").put("加入日期", day.plusDays(1).toString());
    return household + " splits from " + old + " after " + day;
  }

  private String accountChange() {
    Map<String, String> account = anyOf(accounts);
    return switch (random.nextInt(3)) {
      case 0 -> set(account, "账号", account.get("账号").substring(0, 5) + (100 + random.nextInt(900)));
      case 1 -> set(account, "户名", "别人");
      default -> set(account, "户名", "户主");
    };
  }

  private String payerRule() {
    String clause = any(CLAUSES);
    if (rules.containsKey(clause)) {
      return clause + " " + set(rules.get(clause), "付款层级", any(List.of("市", "区", "镇")));
    }
    rule(clause);
    return "a payer for " + clause + ": " + rules.get(clause).get("付款层级");
  }

  private String claim(LocalDate now) {
    String number = "P" + ++claims;
    String household = anyOf(households).get("户编号");
    LocalDate day = day(now);
    tables.add(
        "ny_claim",
        "凭证号",
        number,
        "户编号",
        household,
        "支出日期",
        day.toString(),
        "类别",
        "种子种苗",
        "票据金额",
        "900.00",
        "核定金额",
        (100 + 50 * random.nextInt(12)) + ".00");
    return household + " claims " + number + " of " + day;
  }

  /** Takes a pupil's row away without a word; a correction when it is gone already. */
  String vanish() {
    Map<String, String> row = any(enrolments);
    if (!vanished.add(row.get("身份证号"))) {
      return correction();
    }
    tables.remove("jy_enrolment", "身份证号", row.get("身份证号"));
    return "jy_enrolment of " + row.get("身份证号").substring(6) + " vanishes";
  }

  private String set(Map<String, String> row, String column, String value) {
    row.put(column, value);
    String whose =
        row.getOrDefault("户编号", "") + " " + row.getOrDefault("身份证号", "      ").substring(6);
    return whose.strip() + " " + column + " " + value;
  }

  private String dayOrNone(LocalDate now) {
    return random.nextInt(3) == 0 ? null : day(now).toString();
  }

  /** A day since the households were filed, up to today. */
  private LocalDate day(LocalDate now) {
    return FILED.plusDays(random.nextInt((int) (now.toEpochDay() - FILED.toEpochDay()) + 1));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Map<String, String> anyOf(Map<String, Map<String, String>> rows) {
    return any(List.copyOf(rows.values()));
  }
}
