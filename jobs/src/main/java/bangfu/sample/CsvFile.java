package bangfu.sample;

import bangfu.intake.Column;
import bangfu.intake.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file with a header row: commas, CRLF, quotes only around a cell that needs them. */
final class CsvFile implements DeliveryFile {
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private final BufferedWriter writer;

  /**
   * @param prefix what stands before the header: {@link #BYTE_ORDER_MARK} or nothing
   */
  CsvFile(Path file, Table table, Charset charset, String prefix) throws IOException {
    writer = Files.newBufferedWriter(file, charset);
    writer.write(prefix);
    write(table.columns().stream().map(Column::name).toArray(String[]::new));
  }

  @Override
  public void write(String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        writer.write(',');
      }
      if (cells[i] != null) {
        writer.write(quoted(cells[i]));
      }
    }
    writer.write("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
