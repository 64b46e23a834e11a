package bangfu.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.engine.fact.IdentityNumber;
import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a small district's departments, which deliver all of them as they stand. */
public class Departments {
  public static final String TOWN = "440403107";

  private final Map<String, List<Map<String, String>>> tables = new TreeMap<>();
  private final Set<String> withheld = new HashSet<>();

  public Departments() {
    Tables.standard().all().forEach(table -> tables.put(table.name(), new ArrayList<>()));
  }

  /** A valid invented identity number of a woman; {@code serial} has two digits. */
  public static String id(String birth, String serial) {
    String first17 = "440499" + birth.replace("-", "") + serial + "2";
    return first17 + IdentityNumber.checkCharacter(first17 + "0");
  }

  /** A row from column and value by turns; it may be changed later. */
  public Map<String, String> add(String table, String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    tables.get(table).add(row);
    return row;
  }

  /** Files a household of one woman, who holds its account, on 2017-03-10. */
  public Map<String, String> file(String household, String id, String account) {
    add("cz_account", "户编号", household, "持卡人身份证号", id, "户名", "户主", "账号", account, "开户行", "农商银行");
    member(household, id, "户主", "户主");
    return add(
        "nb_household",
        "户编号",
        household,
        "镇街代码",
        TOWN,
        "村居代码",
        TOWN + "001",
        "户主身份证号",
        id,
        "帮扶类别",
        "1",
        "家庭人口",
        "1",
        "核定年度",
        "2016",
        "家庭年可支配收入",
        "3000.00",
        "建档日期",
        "2017-03-10");
  }

  public Map<String, String> member(String household, String id, String name, String relation) {
    String birth = id.substring(6, 10) + '-' + id.substring(10, 12) + '-' + id.substring(12, 14);
    return add(
        "nb_member",
        "户编号",
        household,
        "身份证号",
        id,
        "姓名",
        name,
        "性别",
        "女",
        "出生日期",
        birth,
        "与户主关系",
        relation,
        "户籍",
        "本区",
        "户口性质",
        "农村");
  }

  /** Lets the district pay a clause from the fund F1. */
  public void pays(String clause) {
    add("cz_payer_rule", "条款", clause, "起始日期", "2017-01-01", "资金代码", "F1", "付款层级", "区", "文号", "样例");
  }

  /** Puts a person on the dibao roll, with a standard of 700 yuan: 140 a month and 50 a year. */
  public void onDibao(String id) {
    add("mz_dibao", "身份证号", id, "起始日期", "2016-01-01");
    tables.get("mz_standard").clear();
    add("mz_standard", "起始月", "2017-01", "标准", "700.00", "文号", "样例");
    pays("2.2.5-e");
    pays("2.2.5-g");
  }

  /** Leaves out every row with a value in a column. */
  public void remove(String table, String column, String value) {
    tables.get(table).removeIf(row -> value.equals(row.get(column)));
  }

  public void remove(String table) {
    tables.get(table).clear();
  }

  public void withholdAllBut(String name) {
    withheld.addAll(tables.keySet());
    withheld.remove(name);
  }

  public void withhold(String... names) {
    withheld.addAll(Arrays.asList(names));
  }

  /** Writes all tables but those withheld into a folder. */
  public Path deliverTo(Path delivery) {
    tables.forEach((name, rows) -> write(delivery, Tables.standard().table(name), rows));
    withheld.forEach(name -> delivery.resolve(name + ".csv").toFile().delete());
    return delivery;
  }

  private static void write(Path delivery, Table table, List<Map<String, String>> rows) {
    String[] columns = table.columns().stream().map(Column::name).toArray(String[]::new);
    try (CsvFile csv = CsvFile.strict(delivery.resolve(table.name() + ".csv"), UTF_8, columns)) {
      rows.forEach(row -> csv.row(Arrays.stream(columns).map(row::get).toArray()));
    }
  }
}
