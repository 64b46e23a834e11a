package bangfu.sample.defect;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.sample.XlsxParts;
import bangfu.table.StoredZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table as a workbook, with the cells that were put in place of texts. */
final class DirtySheet {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final String SECOND_SHEET = "xl/worksheets/sheet2.xml";

  private final DirtyTable table;
  private final Set<String> dates;
  private final Map<String, String> parts = new LinkedHashMap<>(XlsxParts.AROUND_THE_SHEET);

  DirtySheet(DirtyTable table) {
    this.table = table;
    this.dates =
        table.table().columns().stream()
            .filter(column -> column.type() == ColumnType.DATE)
            .map(Column::name)
            .collect(Collectors.toSet());
  }

  /** Adds a sheet behind the first that looks like one of the table too. */
  DirtySheet withSecondSheet() {
    replace("[Content_Types].xml", "</Types>", override(SECOND_SHEET) + "</Types>");
    replace(
        "xl/workbook.xml",
        "</sheets>",
        "<sheet name=\"Sheet2\" sheetId=\"2\" r:id=\"rId3\"/></sheets>");
    replace(
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
    parts.put(SECOND_SHEET, XlsxParts.SHEET_START + headerRow(1) + XlsxParts.SHEET_END);
    return this;
  }

  private static String override(String part) {
    return "<Override PartName=\"/"
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + "worksheet+xml\"/>";
  }

  private void replace(String part, String end, String by) {
    parts.put(part, parts.get(part).replace(end, by));
  }

  /** Declares an entity that stands for a file of the reader's machine. */
  void writeWithExternalEntity(Path file) throws IOException {
    String doctype =
        "<!DOCTYPE worksheet [<!ENTITY outside SYSTEM \"file:///etc/hostname\">]><worksheet";
    write(file, sheet().replace("<worksheet", doctype));
  }

  void write(Path file) throws IOException {
    write(file, sheet());
  }

  private void write(Path file, String sheet) throws IOException {
    byte[] content = sheet.getBytes(StandardCharsets.UTF_8);
    try (StoredZip zip = new StoredZip(file)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.add(part.getKey(), part.getValue());
      }
      zip.add(XlsxParts.SHEET_NAME, () -> new ByteArrayInputStream(content));
    }
  }

  private String sheet() {
    StringBuilder sheet = new StringBuilder(XlsxParts.SHEET_START);
    table.titles().forEach(title -> sheet.append(titleRow(title)));
    sheet.append(headerRow(table.titles().size() + 1));
    table.lines().forEach(line -> sheet.append(row(line)));
    return sheet + XlsxParts.SHEET_END.replace("</sheetData>", "</sheetData>" + merges());
  }

  private String merges() {
    return table.merges().isEmpty()
        ? ""
        : table.merges().stream()
            .map(range -> "<mergeCell ref=\"" + range + "\"/>")
            .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
  }

  private String titleRow(DirtyLine title) {
    int number = table.number(title);
    return "<row r=\"" + number + "\">" + text("A" + number, title.bent("")) + "</row>\n";
  }

  private String headerRow(int number) {
    return table.header().stream()
        .map(name -> text(table.letter(name) + number, name))
        .collect(Collectors.joining("", "<row r=\"" + number + "\">", "</row>\n"));
  }

  private String row(DirtyLine line) {
    int number = table.number(line);
    return table.header().stream()
        .map(name -> cell(line, name, table.letter(name) + number))
        .collect(Collectors.joining("", "<row r=\"" + number + "\">", "</row>\n"));
  }

  private String cell(DirtyLine line, String name, String place) {
    String put = line.sheetCell(name);
    if (put != null) {
      return "<c r=\"" + place + "\"" + put + "</c>";
    }
    String text = table.cell(line, name);
    return dates.contains(name) ? date(place, text) : text(place, text);
  }

  private static String date(String place, String text) {
    try {
      return "<c r=\"" + place + "\" s=\"1\"><v>" + serial(LocalDate.parse(text)) + "</v></c>";
    } catch (DateTimeParseException noDay) {
      return text(place, text);
    }
  }

  /** The number of a day in a sheet. */
  static long serial(LocalDate day) {
    return ChronoUnit.DAYS.between(DAY_ZERO, day);
  }

  private static String text(String place, String text) {
    return text.isEmpty() ? "" : "<c r=\"" + place + "\"" + inline(text) + "</c>";
  }

  /** A cell of text, as {@link DirtyLine#sheetCell} takes it. */
  static String inline(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return " t=\"inlineStr\"><is><t>" + escaped + "</t></is>";
  }
}
