package bangfu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook is read by others as it was written, and is the same each time. */
class WorkbookTest {
  @TempDir Path folder;

  @Test
  void sheetsTextsAndSumsAreReadAsWritten() throws Exception {
    try (XSSFWorkbook read = new XSSFWorkbook(write("a.xlsx").toFile())) {
      assertThat(read.getNumberOfSheets()).isEqualTo(2);
      assertThat(read.getSheetAt(0).getSheetName()).isEqualTo("户 & 人");
      assertThat(read.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("户编号");
      assertThat(read.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("<\"DM&1\">");
      assertThat(read.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue()).isEqualTo(-1234.05);
      assertThat(read.getSheetAt(1).getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(read.getSheetAt(1).getRow(1).getCell(0).getStringCellValue()).isEqualTo("=1+1");
      assertThat(read.getSheetAt(1).getRow(1).getCell(27).getNumericCellValue()).isEqualTo(7);
    }
    assertThat(folder.toFile().list()).containsExactly("a.xlsx");
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    assertThat(Files.readAllBytes(write("a.xlsx"))).isEqualTo(Files.readAllBytes(write("b.xlsx")));
  }

  @Test
  void withoutKeepThereIsNoFile() throws IOException {
    try (Workbook workbook = new Workbook(folder.resolve("c.xlsx"))) {
      workbook.sheet("one", "a");
      workbook.row("b");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    try (Workbook workbook = new Workbook(file)) {
      workbook.sheet("户 & 人", "户编号", "金额");
      workbook.row("<\"DM&1\">", new Workbook.Sum(-123405));
      workbook.sheet("two", "x");
      Object[] wide = new Object[28];
      wide[0] = "=1+1";
      wide[27] = 7;
      workbook.row(wide);
      workbook.keep();
    }
    return file;
  }
}
