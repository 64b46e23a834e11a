package bangfu.sample.defect;

import bangfu.intake.Column;
import bangfu.intake.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table on its way into a file: title lines, header and rows. */
final class DirtyTable {
  /** What stands in a column that the table does not have. */
  private static final String REMARK = "样例备注";

  private final Table table;
  private final List<DirtyLine> lines;
  private final List<DirtyLine> titles = new ArrayList<>();
  private final List<Merge> merges = new ArrayList<>();
  private final List<String> header = new ArrayList<>();

  /** A merged range of a sheet. */
  private record Merge(String firstColumn, DirtyLine first, String lastColumn, DirtyLine last) {}

  DirtyTable(Table table, List<DirtyLine> lines) {
    this.table = table;
    this.lines = new ArrayList<>(lines);
    table.columns().stream().map(Column::name).forEach(header::add);
  }

  Table table() {
    return table;
  }

  /** The rows in file order. */
  List<DirtyLine> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** Adds a line above the header. */
  DirtyLine title(String text) {
    DirtyLine title = DirtyLine.of(table, text);
    titles.add(title);
    return title;
  }

  List<DirtyLine> titles() {
    return Collections.unmodifiableList(titles);
  }

  /** The header as it is written: may be in any order, lack columns, and have others. */
  List<String> header() {
    return header;
  }

  DirtyLine last() {
    return lines.get(lines.size() - 1);
  }

  /** Adds a row at the end. */
  DirtyLine add(DirtyLine line) {
    lines.add(line);
    return line;
  }

  /** Adds a row below another. */
  DirtyLine addBelow(DirtyLine above, DirtyLine line) {
    lines.add(lines.indexOf(above) + 1, line);
    return line;
  }

  /** Puts a row below another one that it must follow. */
  void move(DirtyLine line, DirtyLine above) {
    lines.remove(line);
    addBelow(above, line);
  }

  /** The physical line, or the row of the sheet, from 1. */
  int number(DirtyLine line) {
    return titles.contains(line)
        ? titles.indexOf(line) + 1
        : titles.size() + 1 + lines.indexOf(line) + 1;
  }

  /** Merges the cells of a column over some rows. */
  void merge(String column, DirtyLine first, DirtyLine last) {
    merges.add(new Merge(column, first, column, last));
  }

  /** Merges a title over the width of the table. */
  void mergeAcross(DirtyLine title) {
    merges.add(new Merge(header.get(0), title, header.get(header.size() - 1), title));
  }

  /** The merged ranges, such as {@code E8:E9}. */
  List<String> merges() {
    return merges.stream()
        .map(
            merge ->
                letter(merge.firstColumn())
                    + number(merge.first())
                    + ':'
                    + letter(merge.lastColumn())
                    + number(merge.last()))
        .toList();
  }

  /** The letter of a header's column in a sheet. */
  String letter(String name) {
    return String.valueOf((char) ('A' + header.indexOf(name)));
  }

  /** The text under a header. */
  String cell(DirtyLine line, String name) {
    return table.columns().stream().anyMatch(column -> column.name().equals(name))
        ? line.get(name)
        : REMARK;
  }

  /** The rows as lines of CSV, title lines and header included, without line ends. */
  List<String> csv() {
    List<String> csv = new ArrayList<>(titles.stream().map(title -> title.bent("")).toList());
    csv.add(String.join(",", header));
    for (DirtyLine line : lines) {
      csv.add(
          line.bent(String.join(",", header.stream().map(n -> quoted(cell(line, n))).toList())));
    }
    return csv;
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
