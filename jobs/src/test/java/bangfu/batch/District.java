package bangfu.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.database.Database;
import bangfu.engine.fact.IdentityNumber;
import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Instructions;
import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small district: its departments' tables, and the monthly job on a real database. */
final class District implements AutoCloseable {
  static final String TOWN = "440403107";
  private static final Policy POLICY = new Policy();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Database database;
  private final Map<String, List<Map<String, String>>> tables = new TreeMap<>();
  private final Set<String> withheld = new HashSet<>();

  District(Path folder) {
    this.folder = folder;
    this.database = Database.open("jdbc:h2:file:" + folder.resolve("register").toAbsolutePath());
    Tables.standard().all().forEach(table -> tables.put(table.name(), new ArrayList<>()));
  }

  /** A valid invented identity number of a woman; {@code serial} has two digits. */
  static String id(String birth, String serial) {
    String first17 = "440499" + birth.replace("-", "") + serial + "2";
    return first17 + IdentityNumber.checkCharacter(first17 + "0");
  }

  /** A row from column and value by turns; it may be changed later. */
  Map<String, String> add(String table, String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    tables.get(table).add(row);
    return row;
  }

  /** Files a household of one woman, who holds its account, on 2017-03-10. */
  Map<String, String> file(String household, String id, String account) {
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

  Map<String, String> member(String household, String id, String name, String relation) {
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
  void pays(String clause) {
    add("cz_payer_rule", "条款", clause, "起始日期", "2017-01-01", "资金代码", "F1", "付款层级", "区", "文号", "样例");
  }

  /** Puts a person on the dibao roll, with a standard of 700 yuan: 140 a month and 50 a year. */
  void onDibao(String id) {
    add("mz_dibao", "身份证号", id, "起始日期", "2016-01-01");
    tables.get("mz_standard").clear();
    add("mz_standard", "起始月", "2017-01", "标准", "700.00", "文号", "样例");
    pays("2.2.5-e");
    pays("2.2.5-g");
  }

  /** Leaves out every row with a value in a column. */
  void remove(String table, String column, String value) {
    tables.get(table).removeIf(row -> value.equals(row.get(column)));
  }

  void remove(String table) {
    tables.get(table).clear();
  }

  void withholdAllBut(String name) {
    withheld.addAll(tables.keySet());
    withheld.remove(name);
  }

  void withhold(String... names) {
    withheld.addAll(Arrays.asList(names));
  }

  /** Delivers all tables as of the month's last day and runs the month. */
  MonthResult run(String month) {
    return run(month, deliver());
  }

  /** Runs the month on what nightly imports left. */
  MonthResult runWithoutExtracts(String month) {
    return run(month, null);
  }

  private MonthResult run(String month, Path delivery) {
    return new MonthlyJob(database, POLICY, Progress.SILENT, CLOCK)
        .run(new MonthRequest(delivery, YearMonth.parse(month), folder, 500, 1, "test"));
  }

  /** Delivers all tables and imports them as of a day. */
  ImportJob.ImportResult receive(String asOf, Instructions instructions) throws IOException {
    return new ImportJob(database, Progress.SILENT, CLOCK)
        .run(deliver(), LocalDate.parse(asOf), instructions, folder);
  }

  private Path deliver() {
    Path delivery = folder.resolve("delivery");
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

  /** Some columns of each row of a written file, joined by blanks. */
  List<String> rows(String month, String file, String... columns) throws IOException {
    String text = Files.readString(folder.resolve(month).resolve(file), UTF_8);
    List<String> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text.substring(1), format)) {
      for (CSVRecord row : parser) {
        rows.add(String.join(" ", Arrays.stream(columns).map(row::get).toList()));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    database.close();
  }
}
