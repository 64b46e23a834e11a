package bangfu.cases;

import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts of a case as rows of the extracts: table name to rows, a row being column name to text
 * as a department would write it. What the extracts cannot say (a single parent who is on no list)
 * is left out.
 */
final class CaseTables {
  private static final Set<String> HOUSEHOLD_FIELDS =
      Set.of(
          "hh_id",
          "town_code",
          "town",
          "file",
          "income",
          "income_updates",
          "origin",
          "split_on",
          "agri_verified",
          "agri_claims",
          "housing",
          "single_mother",
          "shock",
          "members");
  private static final Map<String, String> HOUSING_CATEGORY =
      Map.of("危房户", "危房", "无房户", "无房", "住房困难户", "住房困难");
  private static final Map<String, String> SHOCK_KIND = Map.of("illness", "因病", "disaster", "因灾");

  private final Map<String, Set<Map<String, String>>> rows = new LinkedHashMap<>();

  private CaseTables() {}

  static Map<String, List<Map<String, String>>> of(PolicyCase policyCase) {
    CaseTables tables = new CaseTables();
    for (Node household : policyCase.households()) {
      tables.household(household.only(HOUSEHOLD_FIELDS), policyCase);
    }
    Node params = policyCase.body().node("params");
    if (params != null) {
      tables.standards(params.only(Set.of("dibao_standard")));
    }
    Node written = policyCase.body().node("tables");
    if (written != null) {
      tables.written(written);
    }
    Map<String, List<Map<String, String>>> result = new LinkedHashMap<>();
    tables.rows.forEach((table, set) -> result.put(table, new ArrayList<>(set)));
    return result;
  }

  /**
   * Adds a row of column, value, column, value …; null values are empty cells. Equal rows count
   * once.
   */
  void add(String table, String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      if (cells[i + 1] != null) {
        row.put(cells[i], cells[i + 1]);
      }
    }
    rows.computeIfAbsent(table, name -> new LinkedHashSet<>()).add(row);
  }

  private void household(Node household, PolicyCase policyCase) {
    String number = household.required("hh_id");
    List<Node> members = household.nodes("members");
    Node file = household.node("file");
    Node income = household.node("income");
    add(
        "nb_household",
        "户编号",
        number,
        "镇街代码",
        household.required("town_code"),
        "村居代码",
        household.required("town_code") + "001",
        "户主身份证号",
        head(members).required("id_no"),
        "帮扶类别",
        file == null ? null : file.only(Set.of("group", "from", "to")).text("group"),
        "家庭人口",
        String.valueOf(members.size()),
        "核定年度",
        income == null ? "2016" : income.only(Set.of("ref_year", "total")).text("ref_year", "2016"),
        "家庭年可支配收入",
        income == null ? "0.00" : income.required("total"),
        "建档日期",
        file == null ? null : file.required("from"),
        "退出日期",
        file == null ? null : file.text("to"),
        "原户编号",
        household.text("origin"),
        "分户日期",
        household.text("split_on"));
    CaseMembers persons = new CaseMembers(this, number, policyCase);
    members.forEach(persons::add);
    farming(household, number);
    housing(household, number);
    motherAndShock(household, number);
  }

  private static Node head(List<Node> members) {
    return members.stream()
        .filter(member -> "户主".equals(member.text("relation")))
        .findFirst()
        .or(() -> members.stream().findFirst())
        .orElseThrow(() -> new CaseSyntaxException("expected a household with members"));
  }

  private void farming(Node household, String number) {
    if (household.isTrue("agri_verified")) {
      add("ny_household", "户编号", number, "核实日期", "2016-12-31", "产业类型", "种养");
    }
    for (Node claim : household.nodes("agri_claims")) {
      claim.only(Set.of("ref", "date", "approved"));
      String fen = claim.required("approved");
      add(
          "ny_claim",
          "凭证号",
          item(number, claim.required("ref")),
          "户编号",
          number,
          "支出日期",
          claim.required("date"),
          "类别",
          "生产成本",
          "票据金额",
          fen,
          "核定金额",
          fen);
    }
  }

  private void housing(Node household, String number) {
    for (Node row : household.nodes("housing")) {
      row.only(Set.of("ref", "listed", "category", "dwelling_town", "accepted_on"));
      String category = row.required("category");
      add(
          "zj_housing",
          "户编号",
          number,
          "批次",
          row.text("ref", "B1"),
          "列入名单",
          yesNo(row.isTrue("listed")),
          "类别",
          HOUSING_CATEGORY.getOrDefault(category, category),
          "住房镇街代码",
          row.required("dwelling_town"),
          "验收日期",
          row.text("accepted_on"));
    }
  }

  private void motherAndShock(Node household, String number) {
    Node mother = household.node("single_mother");
    if (mother != null
        && mother.only(Set.of("mother", "listed_from", "listed_to")).has("listed_from")) {
      add(
          "fl_mother",
          "身份证号",
          idOf(household, mother.required("mother")),
          "列入日期",
          mother.required("listed_from"),
          "退出日期",
          mother.text("listed_to"));
    }
    Node shock = household.node("shock");
    if (shock != null) {
      shock.only(Set.of("kind", "period", "net_unreimbursed", "decision_date"));
      String[] months = shock.required("period").split("\\.\\.", -1);
      add(
          "zx_shock",
          "编号",
          number + "-S",
          "户编号",
          number,
          "类别",
          SHOCK_KIND.getOrDefault(shock.required("kind"), shock.required("kind")),
          "起始月",
          months[0],
          "截止月",
          months[months.length - 1],
          "损失总额",
          shock.required("net_unreimbursed"),
          "已报销赔付",
          "0.00",
          "认定日期",
          shock.text("decision_date"));
    }
  }

  private static String idOf(Node household, String pid) {
    return household.nodes("members").stream()
        .filter(member -> pid.equals(member.text("pid")))
        .map(member -> member.required("id_no"))
        .findFirst()
        .orElseThrow(
            () -> new CaseSyntaxException(household.place() + ": expected a member " + pid));
  }

  /** Rows in the tables' own columns. */
  private void written(Node tables) {
    for (Object name : tables.values().keySet()) {
      Table table =
          Tables.standard().all().stream()
              .filter(known -> known.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CaseSyntaxException(
                          tables.place()
                              + ": expected a table of the extracts, but was '"
                              + name
                              + '\''));
      Set<String> columns = table.columns().stream().map(Column::name).collect(Collectors.toSet());
      for (Node row : tables.nodes(table.name())) {
        row.only(columns);
        Map<String, String> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, row.text(column)));
        cells.values().removeIf(Objects::isNull);
        rows.computeIfAbsent(table.name(), added -> new LinkedHashSet<>()).add(cells);
      }
    }
  }

  private void standards(Node params) {
    for (Node standard : params.nodes("dibao_standard")) {
      standard.only(Set.of("from", "to", "amount"));
      add(
          "mz_standard",
          "起始月",
          standard.required("from"),
          "截止月",
          standard.text("to"),
          "标准",
          standard.required("amount"),
          "文号",
          "案例");
    }
  }

  static String yesNo(boolean yes) {
    return yes ? "是" : "否";
  }

  /** Document numbers are unique in the whole case: the subject and the case's own reference. */
  static String item(String subject, String ref) {
    return subject + ':' + ref;
  }
}
