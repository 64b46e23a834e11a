package bangfu.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the header: the first of the first 10 lines that holds every required column. When none
 * does, it remembers the line that comes nearest.
 */
final class HeaderSearch {
  private static final int MAX_LINES = 10;

  private final Table table;
  private int lines;
  private List<String> names = List.of();
  private List<String> missing;

  private HeaderSearch(Table table) {
    this.table = table;
    this.missing = missingIn(Set.of());
  }

  /** Reads the cursor up to the header, or up to the tenth line. */
  static HeaderSearch in(LineCursor cursor, Table table) throws IOException {
    HeaderSearch search = new HeaderSearch(table);
    while (!search.found() && search.lines < MAX_LINES && cursor.next()) {
      search.look(cursor);
    }
    return search;
  }

  /** True when a line holds every required column. */
  boolean found() {
    return lines > 0 && missing.isEmpty();
  }

  /**
   * @throws RefusedFileException when there is none, or a column of the table is there twice
   */
  Header header() throws RefusedFileException {
    if (lines == 0) {
      throw new RefusedFileException("文件是空的，连表头也没有；没有数据时请报送只有表头的文件");
    }
    if (!found()) {
      throw new RefusedFileException(
          "前 10 行中没有表头：应有全部必填列，最接近的一行缺少「%s」；整个文件退回".formatted(String.join("、", missing)));
    }
    return Header.of(table, lines, names);
  }

  private void look(LineCursor cursor) {
    lines = cursor.number();
    List<String> candidate = new ArrayList<>();
    for (int field = 0; field < cursor.fieldCount(); field++) {
      candidate.add(CellText.normalized(cursor.text(field)));
    }
    List<String> lacking = missingIn(new HashSet<>(candidate));
    if (lacking.size() < missing.size()) {
      missing = lacking;
      names = candidate;
    }
  }

  private List<String> missingIn(Set<String> present) {
    return table.columns().stream()
        .filter(column -> column.required() && !present.contains(column.name()))
        .map(Column::name)
        .toList();
  }
}
