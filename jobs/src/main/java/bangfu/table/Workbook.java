package bangfu.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A workbook (ECMA-376) of several sheets, whose bytes follow from its content alone. Sheets are
 * written one after another to files beside it; it takes its place when it is complete. Texts are
 * never formulas; sums are numbers with two decimals.
 */
public final class Workbook implements Closeable {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String STYLES =
      XML
          + "<styleSheet xmlns=\""
          + MAIN
          + "\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
          + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
          + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
          + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
          + "<xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
          + "</styleSheet>\n";

  private final Path file;
  private final List<String> names = new ArrayList<>();
  private final List<Path> parts = new ArrayList<>();
  private BufferedWriter sheet;
  private int rows;

  public Workbook(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * Begins the next sheet.
   *
   * @param name at most 31 characters, and none of {@code []*?/\:}
   * @param headers its first row
   */
  public void sheet(String name, String... headers) {
    try {
      end();
      names.add(name);
      Path part = file.resolveSibling(file.getFileName() + ".sheet" + names.size());
      parts.add(part);
      sheet = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
      sheet.write(
          XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">");
      sheet.write(
          "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
      sheet.write("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
      sheet.write("<col min=\"1\" max=\"" + headers.length + "\" width=\"18\" customWidth=\"1\"/>");
      sheet.write("</cols><sheetData>\n");
      rows = 0;
      row(2, (Object[]) headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sum, fen. */
  public record Sum(long fen) {}

  /** Writes a row: {@link Sum} and {@link Integer} become numbers, anything else is a text. */
  public void row(Object... cells) {
    try {
      row(0, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(int textStyle, Object... cells) throws IOException {
    rows++;
    sheet.write("<row r=\"" + rows + "\">");
    for (int i = 0; i < cells.length; i++) {
      String place = "<c r=\"" + column(i) + rows + "\"";
      if (cells[i] instanceof Sum sum) {
        sheet.write(place + " s=\"1\"><v>" + Yuan.format(sum.fen()) + "</v></c>");
      } else if (cells[i] instanceof Integer number) {
        sheet.write(place + "><v>" + number + "</v></c>");
      } else if (cells[i] != null) {
        sheet.write(place + " s=\"" + textStyle + "\" t=\"inlineStr\"><is><t>");
        sheet.write(escaped(cells[i].toString()) + "</t></is></c>");
      }
    }
    sheet.write("</row>\n");
  }

  /** A to Z, then AA to ZZ. */
  private static String column(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : (char) ('A' + index / 26 - 1) + last;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private void end() throws IOException {
    if (sheet != null) {
      sheet.write("</sheetData></worksheet>\n");
      sheet.close();
      sheet = null;
    }
  }

  /** All sheets are in. */
  public void keep() {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      end();
      try (StoredZip zip = new StoredZip(aside)) {
        zip.add("[Content_Types].xml", contentTypes());
        zip.add("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
        zip.add("xl/workbook.xml", workbook());
        zip.add("xl/_rels/workbook.xml.rels", sheetRelationships());
        zip.add("xl/styles.xml", STYLES);
        for (int i = 0; i < parts.size(); i++) {
          zip.add("xl/worksheets/sheet" + (i + 1) + ".xml", parts.get(i));
        }
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      aside.toFile().delete();
    }
  }

  private String contentTypes() {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
        .append(
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    override(xml, "/xl/workbook.xml", "sheet.main+xml");
    override(xml, "/xl/styles.xml", "styles+xml");
    for (int i = 1; i <= parts.size(); i++) {
      override(xml, "/xl/worksheets/sheet" + i + ".xml", "worksheet+xml");
    }
    return xml.append("</Types>\n").toString();
  }

  private static void override(StringBuilder xml, String part, String type) {
    xml.append("<Override PartName=\"").append(part).append("\" ContentType=\"");
    xml.append(CONTENT).append(type).append("\"/>");
  }

  private String workbook() {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<workbook xmlns=\"").append(MAIN).append("\" xmlns:r=\"");
    xml.append(RELATIONSHIPS).append("\"><sheets>");
    for (int i = 1; i <= names.size(); i++) {
      xml.append("<sheet name=\"").append(escaped(names.get(i - 1)));
      xml.append("\" sheetId=\"").append(i).append("\" r:id=\"rId").append(i).append("\"/>");
    }
    return xml.append("</sheets></workbook>\n").toString();
  }

  private String sheetRelationships() {
    StringBuilder xml = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 1; i <= parts.size(); i++) {
      xml.append(relationship(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    xml.append(relationship(parts.size() + 1, "styles", "styles.xml"));
    return xml.append("</Relationships>\n").toString();
  }

  private static String relationships(String type, String target) {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "\">"
        + relationship(1, type, target)
        + "</Relationships>\n";
  }

  private static String relationship(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONSHIPS, type, target);
  }

  @Override
  public void close() throws IOException {
    end();
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
  }
}
