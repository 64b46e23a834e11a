package bangfu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The tables of a delivered folder as rows of text by column, read without any code of the
 * generator or the intake.
 */
final class DeliveredTables {
  private final Path folder;

  DeliveredTables(Path folder) {
    this.folder = folder;
  }

  List<Map<String, String>> rows(String table) {
    try {
      List<List<String>> lines =
          Files.exists(folder.resolve(table + ".xlsx")) ? sheet(table) : lines(table);
      List<String> header = lines.get(0);
      return lines.stream().skip(1).map(cells -> byColumn(header, cells)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> byColumn(List<String> header, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), cells.get(i));
    }
    return row;
  }

  /** The sample needs no quotes, so a comma always ends a cell. */
  private List<List<String>> lines(String table) throws IOException {
    Charset charset =
        table.equals("nb_member") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    String text = Files.readString(folder.resolve(table + ".csv"), charset);
    return text.replace("\uFEFF", "").lines().map(line -> List.of(line.split(",", -1))).toList();
  }

  private List<List<String>> sheet(String table) throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(folder.resolve(table + ".xlsx").toFile())) {
      List<Row> rows = workbook.getFirstSheet().read();
      int width = rows.get(0).getCellCount();
      return rows.stream().map(row -> cells(row, width)).toList();
    }
  }

  private static List<String> cells(Row row, int width) {
    String[] cells = new String[width];
    for (int i = 0; i < width; i++) {
      Cell cell = row.getOptionalCell(i).orElse(null);
      cells[i] = cell == null ? "" : text(cell);
    }
    return List.of(cells);
  }

  private static String text(Cell cell) {
    return cell.getType() == CellType.NUMBER
        ? cell.asDate().toLocalDate().toString()
        : cell.asString();
  }
}
