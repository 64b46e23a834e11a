package bangfu.sample.defect;

import bangfu.sample.XlsxParts;
import bangfu.table.StoredZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes each table in the form that its defects need. */
final class DirtyFolder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int NO_CHARACTER = 0xFF;

  /** Inflated, well beyond what the part of a workbook may have. */
  private static final int BOMB_BYTES = 40 << 20;

  private final Path folder;

  DirtyFolder(Path folder) {
    this.folder = folder;
  }

  void write(DirtyTable table) throws IOException {
    String name = table.table().name();
    Path csv = folder.resolve(name + ".csv");
    Path xlsx = folder.resolve(name + ".xlsx");
    Files.deleteIfExists(csv);
    Files.deleteIfExists(xlsx);
    switch (name) {
      case "nb_member" -> text(table, csv, GB18030, "");
      case "jy_enrolment" -> text(table, csv, StandardCharsets.UTF_8, BYTE_ORDER_MARK);
      case "fl_mother" -> text(table, csv, StandardCharsets.UTF_16LE, BYTE_ORDER_MARK);
      case "cz_account" -> new DirtySheet(table).write(xlsx);
      case "zj_housing" -> new DirtySheet(table).withSecondSheet().write(xlsx);
      case "ny_link" -> new DirtySheet(table).writeWithExternalEntity(xlsx);
      case "cz_budget" -> writeBomb(xlsx);
      case "tw_visit" -> Files.write(csv, new byte[0]);
      case "ny_entity" -> {
        new DirtySheet(table).write(xlsx);
        cutInHalf(xlsx);
      }
      case "rs_service" -> {
        text(table, csv, StandardCharsets.UTF_8, "");
        new DirtySheet(table).write(xlsx);
      }
      default -> text(table, csv, StandardCharsets.UTF_8, "");
    }
  }

  private static void text(DirtyTable table, Path file, Charset charset, String mark)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(mark.getBytes(charset));
    for (String line : table.csv()) {
      append(bytes, line, charset);
      bytes.writeBytes("\r\n".getBytes(charset));
    }
    boolean cut = table.last().isCutOff();
    int length = bytes.size() - (cut ? "\r\n".getBytes(charset).length : 0);
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), length));
  }

  private static void append(ByteArrayOutputStream bytes, String line, Charset charset) {
    int start = 0;
    for (int at = line.indexOf(DirtyLine.BROKEN_BYTE);
        at >= 0;
        at = line.indexOf(DirtyLine.BROKEN_BYTE, start)) {
      bytes.writeBytes(line.substring(start, at).getBytes(charset));
      bytes.write(NO_CHARACTER);
      start = at + 1;
    }
    bytes.writeBytes(line.substring(start).getBytes(charset));
  }

  private static void cutInHalf(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  /** A workbook whose styles are blanks without end. */
  private static void writeBomb(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : XlsxParts.AROUND_THE_SHEET.keySet()) {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(StoredZip.ENTRY_TIME);
        zip.putNextEntry(entry);
        String content = XlsxParts.AROUND_THE_SHEET.get(part);
        if (part.endsWith("styles.xml")) {
          content = content.replace("<fonts", " ".repeat(BOMB_BYTES) + "<fonts");
        }
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
