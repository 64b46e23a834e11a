package bangfu.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks up lines of a file that was read before, from the top down: what stands in them, and under
 * which column.
 */
public final class DeliveredLines implements Closeable {
  private final Table table;
  private final Path temporary;
  private final LineCursor lines;
  private final Header header;

  private DeliveredLines(Table table, Path temporary, LineCursor lines) throws IOException {
    this.table = table;
    this.temporary = temporary;
    this.lines = lines;
    this.header = HeaderSearch.in(lines, table).header();
  }

  /**
   * A line as it was delivered.
   *
   * @param number the physical line or sheet row, from 1
   * @param raw its bytes without line end; for a sheet row its cells as a line of UTF-8 CSV
   * @param cells its texts as delivered, one for each column of the table and empty where the file
   *     has no such column; when they cannot be told apart, the whole line in the first place
   * @param split whether they could
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  public record Line(int number, byte[] raw, List<String> cells, boolean split) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Opens a file that was accepted; it is read up to its header.
   *
   * @param encoding as {@link FileReport#encoding()} names it
   * @param content the delivered bytes, closed with the lines
   */
  public static DeliveredLines open(Table table, String encoding, InputStream content)
      throws IOException {
    if (!encoding.equals(XlsxLines.ENCODING)) {
      return new DeliveredLines(
          table, null, new CsvLines(content, TextEncoding.labelled(encoding)));
    }
    Path temporary = Files.createTempFile("bangfu-", ".xlsx");
    try (content) {
      Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
      return new DeliveredLines(table, temporary, XlsxLines.open(temporary));
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /**
   * The line of a number.
   *
   * @param number behind the header, and greater than that of the call before
   * @throws IllegalArgumentException when the file has no such line below the last one
   */
  public Line at(int number) throws IOException {
    do {
      if (lines.number() >= number || !lines.next()) {
        throw new IllegalArgumentException(
            table + ": expected a line further down, but was " + number);
      }
    } while (lines.number() < number);
    boolean split = lines.damage() == null && lines.placesAreSure(header.fieldCount());
    return new Line(number, lines.raw(), split ? cells() : wholeLine(), split);
  }

  private List<String> cells() {
    List<String> cells = new ArrayList<>(table.columns().size());
    for (int column = 0; column < table.columns().size(); column++) {
      boolean there = header.has(column) && header.field(column) < lines.fieldCount();
      cells.add(there ? lines.text(header.field(column)) : "");
    }
    return cells;
  }

  private List<String> wholeLine() {
    List<String> cells = new ArrayList<>();
    cells.add(lines.whole());
    while (cells.size() < table.columns().size()) {
      cells.add("");
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    lines.close();
    if (temporary != null) {
      Files.deleteIfExists(temporary);
    }
  }
}
