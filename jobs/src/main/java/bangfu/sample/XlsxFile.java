package bangfu.sample;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.intake.Table;
import bangfu.table.StoredZip;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A workbook with one sheet of at most 26 columns: texts as inline strings, dates as real date
 * cells. Written by hand and not by POI, whose workbooks carry the time of writing.
 */
final class XlsxFile implements DeliveryFile {
  /** Day 0 of the 1900 date system, for days after February 1900. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final Path file;
  private final Path sheetFile;
  private final boolean[] isDate;
  private final BufferedWriter sheet;
  private int rows;

  XlsxFile(Path file, Table table) throws IOException {
    this.file = file;
    sheetFile = file.resolveSibling(file.getFileName() + ".sheet");
    sheet = Files.newBufferedWriter(sheetFile, StandardCharsets.UTF_8);
    sheet.write(XlsxParts.SHEET_START);
    isDate = new boolean[table.columns().size()];
    write(table.columns().stream().map(Column::name).toArray(String[]::new));
    for (int i = 0; i < isDate.length; i++) {
      isDate[i] = table.columns().get(i).type() == ColumnType.DATE;
    }
  }

  @Override
  public void write(String[] cells) throws IOException {
    rows++;
    sheet.write("<row r=\"" + rows + "\">");
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null) {
        String place = "r=\"" + (char) ('A' + i) + rows + "\"";
        sheet.write(isDate[i] ? dateCell(place, cells[i]) : textCell(place, cells[i]));
      }
    }
    sheet.write("</row>\n");
  }

  private static String dateCell(String place, String date) {
    long serial = ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(date));
    return "<c " + place + " s=\"1\"><v>" + serial + "</v></c>";
  }

  private static String textCell(String place, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<c " + place + " t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>";
  }

  @Override
  public void close() throws IOException {
    sheet.write(XlsxParts.SHEET_END);
    sheet.close();
    try (StoredZip zip = new StoredZip(file)) {
      for (Map.Entry<String, String> part : XlsxParts.AROUND_THE_SHEET.entrySet()) {
        zip.add(part.getKey(), part.getValue());
      }
      zip.add(XlsxParts.SHEET_NAME, sheetFile);
    }
    Files.delete(sheetFile);
  }
}
