package bangfu.sample;

import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.table.CsvFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A table as CSV with a header row. */
final class CsvTable implements DeliveryFile {
  private final CsvFile file;

  private CsvTable(CsvFile file) {
    this.file = file;
  }

  static CsvTable encoded(Path file, Table table, Charset charset) {
    return new CsvTable(CsvFile.strict(file, charset, header(table)));
  }

  static CsvTable utf8WithByteOrderMark(Path file, Table table) {
    return new CsvTable(CsvFile.utf8Bom(file, header(table)));
  }

  static CsvTable utf8(Path file, Table table) {
    return encoded(file, table, StandardCharsets.UTF_8);
  }

  private static String[] header(Table table) {
    return table.columns().stream().map(Column::name).toArray(String[]::new);
  }

  @Override
  public void write(String[] cells) {
    file.row((Object[]) cells);
  }

  @Override
  public void close() {
    file.close();
  }
}
