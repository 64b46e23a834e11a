package bangfu.report;

import bangfu.table.CsvFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code rejects/<table>.csv} with the reasons and {@code rejects/<table>.raw} with the lines
 * untouched.
 */
public final class RejectFiles {
  private RejectFiles() {}

  /**
   * Writes the rejects of one delivered file; nothing when it has none.
   *
   * @param delivery the delivery that brought the file
   */
  public static void write(Queries queries, int delivery, String table, Path folder) {
    boolean any =
        queries.number(
                "select count(*) from rejected_row where delivery_no = ? and table_name = ?",
                delivery,
                table)
            > 0;
    if (any) {
      reasons(queries, delivery, table, folder.resolve(table + ".csv"));
      raw(queries, delivery, table, folder.resolve(table + ".raw"));
    }
  }

  private static void reasons(Queries queries, int delivery, String table, Path file) {
    try (CsvFile csv = CsvFile.utf8Bom(file, "行号", "列", "原值", "原因代码", "说明")) {
      queries.each(
          "select * from rejected_cell where delivery_no = ? and table_name = ?"
              + " order by line_no, fault_no",
          row ->
              csv.row(
                  row.getInt("line_no"),
                  row.getString("column_name"),
                  row.getString("cell_value"),
                  row.getString("reason_code"),
                  row.getString("message")),
          delivery,
          table);
    }
  }

  private static void raw(Queries queries, int delivery, String table, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      queries.each(
          "select raw from rejected_row where delivery_no = ? and table_name = ? order by line_no",
          row -> append(out, row.getBytes("raw")),
          delivery,
          table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(OutputStream out, byte[] line) {
    try {
      out.write(line);
      if (line.length == 0 || line[line.length - 1] != '\n') {
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
