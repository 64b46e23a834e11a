package bangfu.sample;

import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.table.Yuan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The next row of one table, cell by cell, in any order; {@link #end} writes it. */
final class RowWriter {
  private final Table table;
  private final DeliveryFile file;
  private final Map<String, Integer> places = new HashMap<>();
  private final String[] cells;

  RowWriter(Table table, DeliveryFile file) {
    this.table = table;
    this.file = file;
    table.columns().forEach(column -> places.put(column.name(), places.size()));
    cells = new String[places.size()];
  }

  /**
   * @param text null leaves the cell empty
   * @throws IllegalArgumentException when the table has no such column
   */
  RowWriter set(String column, String text) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(table + ": no column '" + column + "'");
    }
    cells[place] = text;
    return this;
  }

  /**
   * @param day null leaves the cell empty
   */
  RowWriter set(String column, LocalDate day) {
    return set(column, day == null ? null : day.toString());
  }

  RowWriter set(String column, int number) {
    return set(column, Integer.toString(number));
  }

  RowWriter set(String column, boolean yes) {
    return set(column, yes ? "是" : "否");
  }

  /**
   * @param fen null leaves the cell empty
   */
  RowWriter setFen(String column, Long fen) {
    return set(column, fen == null ? null : Yuan.format(fen));
  }

  /**
   * Writes the row and starts the next.
   *
   * @throws IllegalStateException when a required cell is empty
   * @throws UncheckedIOException when the file cannot be written
   */
  void end() {
    for (int i = 0; i < cells.length; i++) {
      Column column = table.columns().get(i);
      if (column.required() && cells[i] == null) {
        throw new IllegalStateException(table + ": " + column.name() + " has no value");
      }
    }
    try {
      file.write(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Arrays.fill(cells, null);
  }
}
