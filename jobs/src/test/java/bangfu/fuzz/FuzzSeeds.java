package bangfu.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.fuzz.FuzzInput.Form;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Where the fuzzer begins: the head of each of the sample's files in every encoding and form, one
 * of its rows twice.
 */
final class FuzzSeeds {
  private static final Path SAMPLE = Path.of("..", "sample-data", "doumen");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LINES = 4;
  private static final String RELATIONSHIP =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Path folder;
  private final Set<Form> forms;

  FuzzSeeds(Path folder, Set<Form> forms) {
    this.folder = folder;
    this.forms = forms;
  }

  /** Writes the seeds of all tables. */
  void write() throws IOException {
    Files.createDirectories(folder);
    for (Table table : Tables.standard().all()) {
      write(table);
    }
  }

  private void write(Table table) throws IOException {
    List<String> lines = new ArrayList<>(head(table));
    lines.add(lines.get(lines.size() - 1));
    String csv = String.join("\n", lines) + "\n";
    seed(table, Form.CSV, "utf8", csv.getBytes(UTF_8));
    seed(table, Form.CSV, "mark", ("\uFEFF" + csv.replace("\n", "\r\n")).getBytes(UTF_8));
    seed(table, Form.CSV, "gb18030", csv.getBytes(GB18030));
    byte[] parts = parts(lines);
    seed(table, Form.PARTS, "parts", parts);
    FuzzInput input = new FuzzInput(table, Form.PARTS, parts);
    byte[] workbook = Files.readAllBytes(input.writeTo(folder.getParent()).paths().get(0));
    seed(table, Form.WORKBOOK, "workbook", workbook);
  }

  private void seed(Table table, Form form, String name, byte[] content) throws IOException {
    byte[] bytes = new FuzzInput(table, form, content).bytes();
    if (forms.contains(form)) {
      Files.write(folder.resolve(table.name() + "." + name), bytes);
    }
  }

  private static List<String> head(Table table) throws IOException {
    Path csv = SAMPLE.resolve(table.name() + ".csv");
    if (Files.exists(csv)) {
      return text(Files.readAllBytes(csv)).lines().limit(LINES).toList();
    }
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(SAMPLE.resolve(table.name() + ".xlsx").toFile())) {
      return workbook.getFirstSheet().openStream().limit(LINES).map(FuzzSeeds::line).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The sample has files in both encodings. */
  private static String text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return (text.contains("\uFFFD") ? new String(bytes, GB18030) : text).replace("\uFEFF", "");
  }

  private static String line(org.dhatim.fastexcel.reader.Row row) {
    StringJoiner line = new StringJoiner(",");
    for (int i = 0; i < row.getCellCount(); i++) {
      line.add(row.getCellText(i));
    }
    return line.toString();
  }

  /** A small workbook: header as shared texts, rows as inline texts, one day, one merged range. */
  private static byte[] parts(List<String> lines) {
    StringBuilder shared = new StringBuilder("<sst>");
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (int line = 0; line < lines.size(); line++) {
      sheet.append("<row r=\"").append(line + 1).append("\">");
      for (String cell : lines.get(line).split(",", -1)) {
        sheet.append(line == 0 ? sharedCell(shared, cell) : inlineCell(cell));
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData><mergeCells><mergeCell ref=\"A9:B9\"/></mergeCells></worksheet>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part :
        List.of(sheet.toString(), shared + "</sst>", styles(), workbook(), links(), root())) {
      bytes.writeBytes(part.getBytes(UTF_8));
      bytes.write(0);
    }
    return bytes.toByteArray();
  }

  private static String sharedCell(StringBuilder shared, String text) {
    int number = shared.toString().split("<si>", -1).length - 1;
    shared.append("<si><t>").append(text).append("</t></si>");
    return "<c t=\"s\"><v>" + number + "</v></c>";
  }

  private static String inlineCell(String text) {
    return text.matches("20\\d\\d-\\d\\d-\\d\\d")
        ? "<c s=\"1\"><v>42736</v></c>"
        : "<c t=\"inlineStr\"><is><t>" + text.replace("&", "&amp;") + "</t></is></c>";
  }

  private static String styles() {
    return "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/m/d\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
  }

  private static String workbook() {
    return "<workbook xmlns:r=\""
        + RELATIONSHIP
        + "\"><sheets><sheet name=\"s\" r:id=\"r0\"/></sheets></workbook>";
  }

  private static String links() {
    return relationships(
        "worksheet",
        "worksheets/sheet1.xml",
        "sharedStrings",
        "sharedStrings.xml",
        "styles",
        "styles.xml");
  }

  private static String root() {
    return relationships("officeDocument", "xl/workbook.xml");
  }

  private static String relationships(String... kindsAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"r%d\" Type=\"x/%s\" Target=\"%s\"/>"
              .formatted(i / 2, kindsAndTargets[i], kindsAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }
}
