package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks: real ones with POI, and bent ones part by part. */
final class Sheets {
  private static final String RELATIONSHIP =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Sheets() {}

  /** A workbook of one sheet. */
  static Path write(Path file, Consumer<XSSFSheet> content) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      content.accept(workbook.createSheet("低保标准"));
      workbook.write(out);
    }
    return file;
  }

  /** Fills a row, from 0, with texts. */
  static Row row(XSSFSheet sheet, int index, String... texts) {
    Row row = sheet.createRow(index);
    for (int column = 0; column < texts.length; column++) {
      if (texts[column] != null) {
        row.createCell(column).setCellValue(texts[column]);
      }
    }
    return row;
  }

  /** A minimal package around the rows of one sheet, as XML, and with parts added or replaced. */
  static Path writeXml(Path file, String sheetRows, Map<String, String> otherParts)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      Map<String, String> parts = minimalParts(sheetRows);
      parts.putAll(otherParts);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
    }
    return file;
  }

  private static Map<String, String> minimalParts(String sheetRows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"s\" r:id=\"r0\"/></sheets></workbook>"
            .formatted(RELATIONSHIP));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relationships("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
    parts.put("xl/sharedStrings.xml", "<sst/>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + sheetRows + "</sheetData></worksheet>");
    return parts;
  }

  /** A row of inline texts. */
  static String xmlRow(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static String relationships(String... kindsAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i, RELATIONSHIP, kindsAndTargets[i], kindsAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
