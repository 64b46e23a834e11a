package bangfu.intake;

import static bangfu.intake.Sheets.xmlRow;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are broken or mean harm are refused, and nothing else happens. */
class HarmfulXlsxTest {
  private static final String HEADER = xmlRow("身份证号", "死亡日期");
  private static final String ROW = xmlRow("440499195001010011", "2017-03-10");
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STRINGS = "xl/sharedStrings.xml";

  @TempDir Path folder;

  private FileReport read(String rows, Map<String, String> otherParts) throws IOException {
    Path file = Sheets.writeXml(folder.resolve("zx_death.xlsx"), rows, otherParts);
    return Taken.from(file, "zx_death").report();
  }

  private FileReport read(String rows) throws IOException {
    return read(rows, Map.of());
  }

  @Test
  void theSmallestWorkbookIsRead() throws IOException {
    FileReport report = read(HEADER + ROW);

    assertThat(report.refusal()).isNull();
    assertThat(report.acceptedRows()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkBeforeAPartIsSkipped() throws IOException {
    assertThat(read(HEADER + ROW, Map.of(STRINGS, "\uFEFF<sst/>")).acceptedRows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@b", "no such", "http://[", "", "../../../../x.xml"})
  void aRelationshipToNoPartIsRefused(String target) throws IOException {
    String relationships =
        "<Relationships><Relationship Id=\"r0\" Type=\"x/officeDocument\" Target=\"%s\"/></Relationships>";
    Path file =
        Sheets.writeXml(
            folder.resolve("zx_death.xlsx"),
            HEADER,
            Map.of("_rels/.rels", relationships.formatted(target)));

    assertThat(Taken.from(file, "zx_death").report().refused()).isTrue();
  }

  @Test
  void aDocumentTypeIsRefused() throws IOException {
    String sheet =
        "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
            + xmlRow("身份证号", "死亡日期", "&e;")
            + "</sheetData></worksheet>";

    assertThat(read("", Map.of(SHEET, sheet)).refusal()).contains("文档类型");
  }

  @Test
  void entitiesThatMultiplyAreRefused() throws IOException {
    String sheet =
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<worksheet><sheetData>"
            + xmlRow("&b;")
            + "</sheetData></worksheet>";

    assertThat(read("", Map.of(SHEET, sheet)).refused()).isTrue();
    assertThat(read(HEADER + xmlRow("&b;", "x")).refused()).isTrue();
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    String strings = "<sst>" + " ".repeat(40 << 20) + "</sst>";

    assertThat(read(HEADER, Map.of(STRINGS, strings)).refusal()).contains("压缩炸弹");
  }

  @Test
  void aTextThatNoCellCanHoldIsRefused() throws IOException {
    assertThat(read(HEADER + xmlRow("长".repeat(40_000), "x")).refusal()).contains("32767");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"2\"><c r=\"ZZZZZZZZ2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
        "<row r=\"1048577\"/>",
        "<row r=\"5\"/><row r=\"5\"/>",
        "<row r=\"-1\"/>",
        "<row r=\"two\"/>",
        "<row><c><v>1.2.3</v></c></row>",
        "<row><c t=\"s\"><v>0</v></c></row>",
        "<row><c t=\"s\"><v>x</v></c></row>",
        "<row><c><v>1</c></row>"
      })
  void aBrokenSheetIsRefused(String row) throws IOException {
    FileReport report = read(HEADER + ROW + row);

    assertThat(report.refusal()).contains("已损坏");
    assertThat(report.physicalLines()).isZero();
  }

  @Test
  void aNumberWithAHugeExponentStaysANumber() throws IOException {
    FileReport report =
        read(HEADER + "<row><c><v>1E-999999999</v></c><c><v>1E+999999999</v></c></row>");

    assertThat(report.rejectedRows()).isEqualTo(1);
  }

  @Test
  void theLastRowOfASheetIsReached() throws IOException {
    FileReport report = read(HEADER + "<row r=\"1048576\"/>");

    assertThat(report.physicalLines()).isEqualTo(1_048_576);
    assertThat(report.blankLines()).isEqualTo(1_048_575);
  }

  @Test
  void cellsThatAnArrayFormulaFillsAreCalculated() throws IOException {
    String ids =
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><f t=\"array\" ref=\"A2:A3\">X</f><v>440499195001010011</v></c>"
            + "<c r=\"B2\"><v>20170310</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>440499195001010038</v></c>"
            + "<c r=\"B3\"><v>20170310</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>440499195001010054</v></c>"
            + "<c r=\"B4\"><v>20170310</v></c></row>";
    Path file = Sheets.writeXml(folder.resolve("zx_death.xlsx"), HEADER + ids, Map.of());

    assertThat(Taken.from(file, "zx_death").faults()).containsExactly("2 身份证号 ID", "3 身份证号 ID");
  }

  @Test
  void phoneticGuidesAreNoText() throws IOException {
    String strings = "<sst><si><r><t>死亡</t></r><r><t>日期</t></r><rPh><t>siwang</t></rPh></si></sst>";
    String header = "<row><c t=\"inlineStr\"><is><t>身份证号</t></is></c><c t=\"s\"><v>0</v></c></row>";

    assertThat(read(header + ROW, Map.of(STRINGS, strings)).acceptedRows()).isEqualTo(1);
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    Path file = folder.resolve("zx_death.xlsx");

    Files.write(file, "身份证号,死亡日期\n".getBytes(UTF_8));
    assertThat(Taken.from(file, "zx_death").report().refusal()).contains("不是 Excel 工作簿");

    Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    assertThat(Taken.from(file, "zx_death").report().refusal()).contains("打开密码");

    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(Taken.from(file, "zx_death").report().refusal()).contains("已损坏");
  }

  @Test
  void aWorkbookCutOffAnywhereIsRefused() throws IOException {
    Path file = Sheets.writeXml(folder.resolve("zx_death.xlsx"), HEADER + ROW, Map.of());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 4; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThat(Taken.from(file, "zx_death").report().refused()).as("%d bytes", length).isTrue();
    }
  }

  @Test
  void anArchiveWhoseCommentIsCutOffIsRefused() throws IOException {
    Path file = Sheets.writeXml(folder.resolve("zx_death.xlsx"), HEADER + ROW, Map.of());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 2] = 9; // characters that the comment has, and the file does not
    Files.write(file, bytes);

    assertThat(Taken.from(file, "zx_death").report().refusal()).contains("已损坏");
  }

  @Test
  void aFlippedByteNeverEscapesAsAnError() throws IOException {
    Path file = Sheets.writeXml(folder.resolve("zx_death.xlsx"), HEADER + ROW, Map.of());
    byte[] whole = Files.readAllBytes(file);
    for (int at = 4; at < whole.length; at += 3) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x15;
      Files.write(file, flipped);
      FileReport report = Taken.from(file, "zx_death").report();

      assertThat(report.refused() || report.acceptedRows() + report.rejectedRows() <= 1)
          .as("byte %d", at)
          .isTrue();
    }
  }
}
