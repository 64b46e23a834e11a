package bangfu.fuzz;

import bangfu.intake.DeliveredFile;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the bytes of the fuzzer mean: the first chooses a table, the second a form, the rest is a
 * CSV file, a workbook, or the XML parts of one, each behind the other with a NUL between. Parts
 * are zipped here, so that a change reaches the reader of XML and not only that of ZIP.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FuzzInput(Table table, Form form, byte[] content) {
  enum Form {
    CSV,
    WORKBOOK,
    PARTS
  }

  /** The parts in the order of an input; one that it lacks is empty. */
  static final List<String> PARTS =
      List.of(
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "_rels/.rels");

  /** An input of less than two bytes is a CSV file of no bytes. */
  static FuzzInput of(byte[] bytes) {
    List<Table> tables = Tables.standard().all();
    byte[] head = Arrays.copyOf(bytes, 2);
    return new FuzzInput(
        tables.get((head[0] & 0xff) % tables.size()),
        Form.values()[(head[1] & 0xff) % Form.values().length],
        bytes.length < 2 ? new byte[0] : Arrays.copyOfRange(bytes, 2, bytes.length));
  }

  /** The bytes that mean this input. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Tables.standard().all().indexOf(table));
    bytes.write(Arrays.asList(Form.values()).indexOf(form));
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  /** Writes the file as a department would deliver it. */
  DeliveredFile writeTo(Path folder) throws IOException {
    Path file = folder.resolve(table.name() + (form == Form.CSV ? ".csv" : ".xlsx"));
    Files.write(file, form == Form.PARTS ? zip(parts()) : content);
    return new DeliveredFile(table, file);
  }

  private Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int start = 0;
    for (String name : PARTS) {
      int end = start;
      while (end < content.length && content[end] != 0) {
        end++;
      }
      parts.put(name, Arrays.copyOfRange(content, Math.min(start, content.length), end));
      start = Math.min(end + 1, content.length);
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
