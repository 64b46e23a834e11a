package bangfu.intake;

import bangfu.intake.XlsxPackage.Relationship;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An XLSX file opened for reading its first sheet. */
final class Workbook implements Closeable {
  private final XlsxPackage parts;
  private final List<String> sheetNames = new ArrayList<>();
  private URI firstSheet;
  private SharedStrings sharedStrings = SharedStrings.none();
  private CellStyles styles = CellStyles.none();
  private boolean from1904;

  private Workbook(XlsxPackage parts) {
    this.parts = parts;
  }

  /**
   * @throws RefusedFileException when the file is no workbook, is damaged, or may do harm
   */
  static Workbook open(Path file) throws IOException {
    Workbook workbook = new Workbook(XlsxPackage.open(file));
    try {
      workbook.read();
      return workbook;
    } catch (IOException e) {
      workbook.close();
      throw e;
    }
  }

  private void read() throws IOException {
    URI part = parts.workbook();
    Map<String, Relationship> relationships = parts.relationshipsOf(part);
    readWorkbook(part, relationships);
    if (firstSheet == null) {
      throw new RefusedFileException("工作簿中没有工作表；整个文件退回");
    }
    for (Relationship relationship : relationships.values()) {
      readShared(relationship);
    }
  }

  private void readWorkbook(URI part, Map<String, Relationship> relationships) throws IOException {
    try (XmlPart xml = parts.part(part, XlsxPackage.MAX_SMALL_PART_BYTES)) {
      while (xml.nextElement()) {
        if (xml.isAt("workbookPr")) {
          String flag = xml.attribute("date1904");
          from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.isAt("sheet")) {
          addSheet(xml.attribute("name"), relationships.get(xml.qualifiedAttribute("id")));
        }
      }
    }
  }

  /** Sheets of charts and macros are no tables. */
  private void addSheet(String name, Relationship relationship) {
    if (relationship != null && relationship.kind().equals("worksheet")) {
      firstSheet = firstSheet == null ? relationship.target() : firstSheet;
      sheetNames.add(String.valueOf(name));
    }
  }

  private void readShared(Relationship relationship) throws IOException {
    if (relationship.kind().equals("sharedStrings")) {
      try (XmlPart xml = parts.part(relationship.target(), XlsxPackage.MAX_SHARED_STRINGS_BYTES)) {
        sharedStrings = SharedStrings.read(xml);
      }
    } else if (relationship.kind().equals("styles")) {
      try (XmlPart xml = parts.part(relationship.target(), XlsxPackage.MAX_SMALL_PART_BYTES)) {
        styles = CellStyles.read(xml);
      }
    }
  }

  /** The rows of the first sheet. */
  XmlPart sheet() throws IOException {
    return parts.part(firstSheet, XlsxPackage.MAX_SHEET_BYTES);
  }

  /** The same as bytes. */
  InputStream sheetBytes() throws IOException {
    return parts.bytes(firstSheet, XlsxPackage.MAX_SHEET_BYTES);
  }

  /** The names of all sheets that are tables, in the order of their tabs. */
  List<String> sheetNames() {
    return sheetNames;
  }

  SharedStrings sharedStrings() {
    return sharedStrings;
  }

  CellStyles styles() {
    return styles;
  }

  /** Whether days are counted from 1904 instead of 1900. */
  boolean from1904() {
    return from1904;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
