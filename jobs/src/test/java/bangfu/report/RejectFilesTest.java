package bangfu.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.intake.DeliveredFile;
import bangfu.intake.FileReport;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import bangfu.intake.TableReader;
import bangfu.intake.Tables;
import bangfu.register.ProgressListener;
import bangfu.register.Reception;
import bangfu.register.Register;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a clerk finds in rejects/, and that a mended file is a delivery again. */
@OnEachDatabase
class RejectFilesTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String ANNA = "440499198001010027";
  private static final String HOUSEHOLDS = "户编号,镇街代码,村居代码,户主身份证号,帮扶类别,家庭人口,核定年度,家庭年可支配收入,建档日期\n";
  private static final String MEMBERS = "备注,姓名,户编号,身份证号,性别,出生日期,与户主关系,户籍,加入日期\n";

  @Parameter TestServer server;

  @TempDir Path folder;

  private Path delivery;
  private Path rejects;

  @BeforeEach
  void deliverTwoGoodTables() throws IOException {
    delivery = Files.createDirectories(folder.resolve("delivery"));
    rejects = folder.resolve("rejects");
    deliver(
        "nb_household",
        HOUSEHOLDS
            + "H1,440403107,440403107001,%1$s,1,1,2016,3000.00,2016-01-01\n".formatted(ANNA)
            + "H2,440403103,440403103001,%1$s,1,一,2016,3000.00,2016-01-01\n".formatted(ANNA));
    deliver("nb_member", MEMBERS + "x,安,H1,%s,女,1980-01-01,户主,本区,\n".formatted(ANNA));
  }

  private void deliver(String table, String csv) throws IOException {
    Files.writeString(delivery.resolve(table + ".csv"), csv, UTF_8);
  }

  private void receive() throws IOException {
    try (Database database = Database.open(server.newDatabase(folder))) {
      new Reception(
              database.dataSource(), database.transactions(), Tables.standard(), Clock.systemUTC())
          .receive(delivery, LocalDate.parse("2017-03-31"), ProgressListener.none());
      Register register = new Register(database.dataSource(), Tables.standard());
      new RejectFiles(register, register.newestDelivery())
          .write(register.lastAccepted(register.newestDelivery()).values(), rejects);
    }
  }

  private List<String> lines(String file) throws IOException {
    String text = Files.readString(rejects.resolve(file));
    assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
    return text.substring(1).lines().toList();
  }

  /** The rows that a reader accepts of a mended file. */
  private static List<Row> accepted(Path mended, String table) throws IOException {
    List<Row> rows = new ArrayList<>();
    FileReport report =
        new TableReader()
            .read(
                new DeliveredFile(Tables.standard().table(table), mended),
                new RowSink() {
                  @Override
                  public void accepted(Row row) {
                    rows.add(row);
                  }

                  @Override
                  public void rejected(RejectedRow row) {
                    throw new AssertionError(row);
                  }

                  @Override
                  public void withdrawn(Row row) {
                    throw new AssertionError(row);
                  }
                });
    assertThat(report.unknownColumns()).containsExactly("退回原因");
    return rows;
  }

  @Test
  void aMendFileHasTheTablesOwnLayoutAndTheReasonLast() throws IOException {
    Files.write(
        delivery.resolve("nb_member.csv"),
        (MEMBERS
                + "x,安,H1,%s,女,1980-01-01,户主,本区,\n".formatted(ANNA)
                + "x,\"=\"\"博\"\"\",H1,44049919820202001,男,1982-02-30,子女,本区,\n"
                + "x,蔡\n")
            .getBytes(GB18030));
    receive();

    assertThat(lines("nb_member.mend.csv"))
        .containsExactly(
            "户编号,身份证号,姓名,性别,出生日期,与户主关系,户籍,户口性质,加入日期,离户日期,户籍迁出日期,退回原因",
            "H1,44049919820202001,\"'=\"\"博\"\"\",男,1982-02-30,子女,本区,,,,,第 3 行"
                + " 【身份证号 ID】应为18 位身份证号（17 位数字加一位数字或 X），与原值不符；整行退回，请更正后重报。"
                + " 【出生日期 DATE】应为实有的日期，如 2017-03-10、2017/3/10、2017年3月10日、20170310（不带时间），"
                + "与原值不符；整行退回，请更正后重报。",
            "\"x,蔡\",,,,,,,,,,,第 4 行 【整行 FIELDS】应与表头同为 9 列，实为 2 列；整行退回，请检查逗号和双引号。");
    assertThat(Files.readString(rejects.resolve("nb_member.raw"), GB18030))
        .isEqualTo("x,\"=\"\"博\"\"\",H1,44049919820202001,男,1982-02-30,子女,本区,\nx,蔡\n");
  }

  @Test
  void aMendedFileIsADeliveryAgain() throws IOException {
    deliver(
        "nb_member",
        MEMBERS
            + "x,安,H1,%s,女,1980-01-01,户主,本区,\n".formatted(ANNA)
            + "x,\"=\"\"博\"\"\",H1,440499198202020013,男,1982-02-30,子女,本区,\n");
    receive();
    Path mended = rejects.resolve("nb_member.mend.csv");
    Files.writeString(mended, Files.readString(mended).replace("1982-02-30", "1982-02-02"));

    assertThat(accepted(mended, "nb_member"))
        .extracting(row -> row.value("姓名"), row -> row.value("出生日期"))
        .containsExactly(tuple("=\"博\"", "1982-02-02"));
  }

  @Test
  void theRowsOfASheetComeFromTheirCells() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(delivery.resolve("zx_death.xlsx"))) {
      XSSFSheet sheet = workbook.createSheet("死亡");
      cells(sheet, 0, "死亡日期", "身份证号");
      cells(sheet, 1, "2017-03-10", ANNA, "见附件");
      cells(sheet, 2, "不\n详", "440499198202020013");
      workbook.write(out);
    }
    receive();

    assertThat(lines("zx_death.mend.csv").stream().map(line -> line.replaceFirst("第.*", "")))
        .containsExactly("身份证号,死亡日期,退回原因", ANNA + ",2017-03-10,", "440499198202020013,不 详,");
  }

  private static void cells(XSSFSheet sheet, int number, String... texts) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      row.getCell(i, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(texts[i]);
    }
  }

  @Test
  void rejectsAreSplitByTownAndDepartment() throws IOException {
    deliver("zx_death", "身份证号,死亡日期\n" + ANNA + ",昨天\n440499198202020013,昨天\n");
    deliver(
        "zx_notice",
        "编号,村居代码,公示起,公示止,名单批次,异议数\nG1,440403106001,2017-01-01,2017-01-08,一,无\n\"G2,440403106001\n");
    deliver("ny_household", "户编号,核实日期\nH1,昨天\n");
    receive();

    assertThat(files())
        .containsExactly(
            "by-department/nb.csv",
            "by-department/ny.csv",
            "by-department/zx.csv",
            "by-town/440403103.csv",
            "by-town/440403106.csv",
            "by-town/440403107.csv",
            "by-town/unknown.csv");
    assertThat(lines("by-town/440403107.csv"))
        .hasSize(3)
        .startsWith("数据表,行号,镇街代码,责任单位,列,原值,原因代码,说明")
        .anyMatch(line -> line.startsWith("ny_household,2,440403107,农业,核实日期,昨天,DATE,"))
        .anyMatch(line -> line.startsWith("zx_death,2,440403107,镇街,死亡日期,昨天,DATE,"));
    assertThat(lines("by-town/440403103.csv"))
        .anyMatch(line -> line.startsWith("nb_household,3,440403103,区委农办,家庭人口,一,INT,"));
    assertThat(lines("by-town/unknown.csv"))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("zx_death,3,,镇街,"))
        .anyMatch(line -> line.startsWith("zx_notice,3,,镇街,,"));
    assertThat(lines("by-department/zx.csv")).hasSize(5);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(rejects)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> rejects.relativize(file).toString())
          .filter(name -> name.startsWith("by-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aLineOfAMegabyteStaysUntouched() throws IOException {
    String line = ANNA + ",\"" + "长".repeat(1 << 20);
    deliver("zx_death", "身份证号,死亡日期\n" + line + "\n");
    receive();

    assertThat(Files.readString(rejects.resolve("zx_death.raw"))).isEqualTo(line + "\n");
    assertThat(lines("zx_death.mend.csv").get(1)).startsWith("\"" + ANNA + ",\"\"长长");
  }

  @Test
  void noTableSharesItsDepartmentsCode() {
    assertThat(
            Tables.standard().all().stream()
                .map(table -> RejectSplit.departmentCode(table) + " " + table.department())
                .distinct())
        .hasSize(12)
        .extracting(pair -> pair.replaceFirst(" .*", ""))
        .doesNotHaveDuplicates();
  }

  @Test
  void withoutRejectsTheFolderIsEmpty() throws IOException {
    deliver("nb_household", HOUSEHOLDS);
    receive();

    assertThat(rejects).isEmptyDirectory();
  }
}
