package bangfu.intake;

import static bangfu.intake.Sheets.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** details.md, "Files", for workbooks as Excel writes them. */
class XlsxFileTest {
  private static final String ID = "440499195001010011";

  @TempDir Path folder;

  private Taken read(String table, Consumer<XSSFSheet> content) throws IOException {
    return Taken.from(Sheets.write(folder.resolve(table + ".xlsx"), content), table);
  }

  /** Rows of zx_death; the second column is the given cell. */
  private Taken readDay(Consumer<org.apache.poi.ss.usermodel.Cell> day) throws IOException {
    return read(
        "zx_death",
        sheet -> {
          row(sheet, 0, "身份证号", "死亡日期");
          day.accept(row(sheet, 1, ID).createCell(1));
        });
  }

  private static CellStyle style(org.apache.poi.ss.usermodel.Cell cell, String format) {
    CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
    return style;
  }

  @Test
  void everySheetRowIsHeaderBlankAcceptedOrRejected() throws IOException {
    Taken taken =
        read(
            "mz_standard",
            sheet -> {
              row(sheet, 0, "低保标准表");
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
              row(sheet, 1, "起始月", "截止月", "标准", "文号");
              row(sheet, 3, "2017-01", null, "1,080.00", "样例1号");
              row(sheet, 4, "2018-01", "", "一千", "样例2号");
              row(sheet, 5, " ", null, "　");
              row(sheet, 6, "2019-01", null, "1200", "样例3号");
            });
    FileReport report = taken.report();

    assertThat(taken.accepted).containsOnlyKeys(4, 7);
    assertThat(taken.rows()).containsExactly("2017-01||108000|样例1号", "2019-01||120000|样例3号");
    assertThat(taken.faults()).containsExactly("5 标准 MONEY");
    assertThat(taken.rejected.get(5).raw()).asString(UTF_8).isEqualTo("2018-01,,一千,样例2号");
    assertThat(report.physicalLines()).isEqualTo(7);
    assertThat(report.headerLines()).isEqualTo(2);
    assertThat(report.blankLines()).isEqualTo(2);
    assertThat(report.encoding()).isEqualTo("XLSX");
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void aMergedCellHasItsValueInItsFirstCellOnly() throws IOException {
    Taken taken =
        read(
            "mz_standard",
            sheet -> {
              row(sheet, 0, "低保标准表", "起始月", "标准", "文号");
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
              row(sheet, 1, "起始月", "截止月", "标准", "文号");
              row(sheet, 2, "2017-01", null, "1080", "样例1号");
              row(sheet, 3, "2018-01", null, "1200", "样例2号");
              row(sheet, 4, "2019-01", "2019-12", "1300", "样例3号");
              sheet.addMergedRegion(new CellRangeAddress(2, 3, 3, 3));
              sheet.addMergedRegion(new CellRangeAddress(4, 4, 0, 1));
            });

    assertThat(taken.report().headerLines()).isEqualTo(2);
    assertThat(taken.faults()).containsExactly("4 文号 REQUIRED");
    assertThat(taken.rows()).containsExactly("2017-01||108000|样例1号", "2019-01||130000|样例3号");
  }

  @Test
  void aTextThatBeginsLikeAFormulaIsText() throws IOException {
    Taken taken =
        read(
            "mz_standard",
            sheet -> {
              row(sheet, 0, "起始月", "标准", "文号");
              row(sheet, 1, "2017-01", "1", "=A1");
              row(sheet, 2, "2017-02", "=1+1", "x");
            });

    assertThat(taken.rows()).containsExactly("2017-01||100|=A1");
    assertThat(taken.faults()).containsExactly("3 标准 MONEY");
  }

  @Test
  void numbersAreWhatExcelShowsWithoutExponentOrPointZero() throws IOException {
    Taken taken =
        read(
            "cz_account",
            sheet -> {
              row(sheet, 0, "户编号", "持卡人身份证号", "户名", "账号", "开户行", "联行号");
              org.apache.poi.ss.usermodel.Row row = row(sheet, 1, "H1", ID, "张一", null, "农信");
              row.createCell(3).setCellValue(622_848_001_234_567.0);
              row.createCell(5).setCellValue(402_585_000_012.0);
            });

    assertThat(taken.rows()).containsExactly("H1|" + ID + "|张一|622848001234567|农信|402585000012");
  }

  @Test
  void amountsAreRoundedToTheDigitsThatExcelKeeps() throws IOException {
    Taken taken =
        read(
            "mz_standard",
            sheet -> {
              row(sheet, 0, "起始月", "标准", "文号");
              row(sheet, 1, "2017-01", null, "x").createCell(1).setCellValue(0.1 + 0.2);
              row(sheet, 2, "2017-02", null, "x").createCell(1).setCellValue(1234.56);
              row(sheet, 3, "2017-03", null, "x").createCell(1).setCellValue(1.005);
              row(sheet, 4, "2017-04", null, "x").createCell(1).setCellValue(-1);
            });

    assertThat(taken.rows()).containsExactly("2017-01||30|x", "2017-02||123456|x");
    assertThat(taken.faults()).containsExactly("4 标准 MONEY", "5 标准 MONEY");
  }

  @Test
  void aNumberOfSixteenDigitsIsDamaged() throws IOException {
    Taken taken =
        read(
            "cz_account",
            sheet -> {
              row(sheet, 0, "户编号", "持卡人身份证号", "户名", "账号", "开户行");
              org.apache.poi.ss.usermodel.Row row = row(sheet, 1, "H1", null, "张一", null, "农信");
              row.createCell(1).setCellValue(4.40499195001e17);
              row.createCell(3).setCellValue(1e15);
            });

    assertThat(taken.faults()).containsExactly("2 持卡人身份证号 ID", "2 账号 TEXT");
    assertThat(taken.rejected.get(2).faults().get(0).message()).contains("被 Excel 改掉");
  }

  @Test
  void aCellWithADateStyleIsADay() throws IOException {
    for (String format : new String[] {"yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\";@"}) {
      Taken taken =
          readDay(
              cell -> {
                cell.setCellValue(LocalDate.of(2017, 3, 10));
                cell.setCellStyle(style(cell, format));
              });

      assertThat(taken.rows()).as(format).containsExactly(ID + "|2017-03-10");
    }
  }

  @Test
  void aDayWithATimeIsNone() throws IOException {
    Taken taken =
        readDay(
            cell -> {
              cell.setCellValue(LocalDateTime.of(2017, 3, 10, 8, 30));
              cell.setCellStyle(style(cell, "yyyy-mm-dd"));
            });

    assertThat(taken.faults()).containsExactly("2 死亡日期 DATE");
    assertThat(taken.rejected.get(2).faults().get(0).value()).isEqualTo("2017-03-10 08:30");
  }

  @Test
  void aSerialNumberWithoutADateStyleIsNone() throws IOException {
    assertThat(readDay(cell -> cell.setCellValue(42_804)).faults()).containsExactly("2 死亡日期 DATE");
    assertThat(
            readDay(
                    cell -> {
                      cell.setCellValue(42_804);
                      cell.setCellStyle(style(cell, "[Red]#,##0.00;[Blue]\"day\""));
                    })
                .faults())
        .containsExactly("2 死亡日期 DATE");
  }

  @Test
  void aNumberOfEightDigitsThatIsADayIsOne() throws IOException {
    assertThat(readDay(cell -> cell.setCellValue(20_170_310)).rows())
        .containsExactly(ID + "|2017-03-10");
    assertThat(readDay(cell -> cell.setCellValue(20_170_230)).faults())
        .containsExactly("2 死亡日期 DATE");
  }

  @Test
  void aFormulaIsNoIdentityNumberAndNoAmount() throws IOException {
    Taken taken =
        read(
            "mz_dibao",
            sheet -> {
              row(sheet, 0, "身份证号", "低保证号", "起始日期", "月实发金额");
              org.apache.poi.ss.usermodel.Row row = sheet.createRow(1);
              row.createCell(0, CellType.FORMULA).setCellFormula("\"" + ID + "\"");
              row.createCell(1, CellType.FORMULA).setCellFormula("\"D\"&1");
              row.createCell(2, CellType.FORMULA).setCellFormula("20170310");
              row.createCell(3, CellType.FORMULA).setCellFormula("400+400");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

    assertThat(taken.faults()).containsExactly("2 身份证号 ID", "2 月实发金额 MONEY");
    assertThat(taken.rejected.get(2).raw()).asString(UTF_8).isEqualTo(ID + ",D1,20170310,800");
  }

  @Test
  void aFormulaWithoutAResultIsNotEmpty() throws IOException {
    Taken taken =
        read(
            "mz_dibao",
            sheet -> {
              row(sheet, 0, "身份证号", "低保证号", "起始日期");
              row(sheet, 1, ID, null, "2017-03-10")
                  .createCell(1, CellType.FORMULA)
                  .setCellFormula("A9");
            });

    assertThat(taken.faults()).containsExactly("2 低保证号 TEXT");
  }

  @Test
  void errorsAndTruthValuesAreNoAnswers() throws IOException {
    Taken taken =
        read(
            "rs_pension",
            sheet -> {
              row(sheet, 0, "身份证号", "参保", "累计缴费年限", "月待遇");
              org.apache.poi.ss.usermodel.Row row = row(sheet, 1, ID);
              row.createCell(1).setCellValue(true);
              row.createCell(2).setCellValue(1.5);
              row.createCell(3).setCellErrorValue(FormulaError.NA.getCode());
            });

    assertThat(taken.faults()).containsExactly("2 参保 BOOL", "2 累计缴费年限 INT", "2 月待遇 MONEY");
    assertThat(taken.rejected.get(2).faults().get(2).value()).isEqualTo("#N/A");
  }

  @Test
  void codesAndYearsMayBeNumbers() throws IOException {
    Taken taken =
        read(
            "cz_budget",
            sheet -> {
              row(sheet, 0, "年度", "资金代码", "付款层级", "镇街代码", "金额");
              org.apache.poi.ss.usermodel.Row row = row(sheet, 1, null, "F1", "镇");
              row.createCell(0).setCellValue(2017);
              row.createCell(3).setCellValue(440_403_107);
              row.createCell(4).setCellValue(12_345_678.9);
            });

    assertThat(taken.rows()).containsExactly("2017|F1|镇|440403107|1234567890");
  }

  @Test
  void aTextBesideTheTableHasNoColumn() throws IOException {
    Taken taken =
        read(
            "zx_death",
            sheet -> {
              row(sheet, 0, "身份证号", "死亡日期");
              row(sheet, 1, ID, "2017-03-10", null, "待核");
              row(sheet, 2, "440499195001010038", "2017-03-10", " ");
            });

    assertThat(taken.faults()).containsExactly("2 FIELDS");
    assertThat(taken.accepted).containsOnlyKeys(3);
  }

  @Test
  void aTextOfSeveralFontsIsOneTextAndABrokenOneIsRejected() throws IOException {
    Taken taken =
        read(
            "mz_standard",
            sheet -> {
              row(sheet, 0, "起始月", "标准", "文号");
              XSSFRichTextString text = new XSSFRichTextString("样例1号");
              XSSFFont bold = sheet.getWorkbook().createFont();
              bold.setBold(true);
              text.applyFont(0, 2, bold);
              row(sheet, 1, "2017-01", "1").createCell(2).setCellValue(text);
              row(sheet, 2, "2017-02", "1", "样例\n2号");
            });

    assertThat(taken.rows()).containsExactly("2017-01||100|样例1号");
    assertThat(taken.faults()).containsExactly("3 文号 TEXT");
    assertThat(taken.rejected.get(3).raw()).asString(UTF_8).isEqualTo("2017-02,1,样例 2号");
  }

  @Test
  void onlyTheFirstSheetIsReadAndTheReportSaysSo() throws IOException {
    Taken taken =
        read(
            "zx_death",
            sheet -> {
              row(sheet, 0, "身份证号", "死亡日期");
              row(sheet.getWorkbook().createSheet("说明"), 0, "身份证号", "死亡日期");
            });

    assertThat(taken.report().physicalLines()).isEqualTo(1);
    assertThat(taken.report().notes()).containsExactly("工作簿有 2 张工作表，只读第一张「低保标准」");
  }

  @Test
  void duplicatesAreFoundInSheetsToo() throws IOException {
    Taken taken =
        read(
            "zx_death",
            sheet -> {
              row(sheet, 0, "身份证号", "死亡日期");
              row(sheet, 1, ID, "2017-03-10");
              row(sheet, 5, ID, "2017-03-11");
            });

    assertThat(taken.accepted).isEmpty();
    assertThat(taken.faults()).containsExactly("2 身份证号 DUPLICATE_KEY", "6 身份证号 DUPLICATE_KEY");
    assertThat(taken.report().blankLines()).isEqualTo(3);
  }
}
