package bangfu.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader gave its sink, after withdrawals. */
final class Taken implements RowSink {
  final Map<Integer, Row> accepted = new TreeMap<>();
  final Map<Integer, RejectedRow> rejected = new TreeMap<>();
  final List<Integer> withdrawn = new ArrayList<>();
  private FileReport report;

  static Taken from(Path file, String table) throws IOException {
    Taken taken = new Taken();
    DeliveredFile delivered = new DeliveredFile(Tables.standard().table(table), file);
    taken.report = new TableReader().read(delivered, taken);
    return taken;
  }

  FileReport report() {
    return report;
  }

  /** Line, column and code of every fault, in the order of lines. */
  List<String> faults() {
    return rejected.values().stream()
        .flatMap(row -> row.faults().stream())
        .map(fault -> (fault.line() + " " + fault.column() + " " + fault.code()).replace("  ", " "))
        .toList();
  }

  /** The values of every accepted row, in the order of lines; null is an empty text. */
  List<String> rows() {
    return accepted.values().stream()
        .map(row -> row.content().replace(Row.SEPARATOR, '|'))
        .toList();
  }

  @Override
  public void accepted(Row row) {
    accepted.put(row.line(), row);
  }

  @Override
  public void rejected(RejectedRow row) {
    rejected.put(row.line(), row);
  }

  @Override
  public void withdrawn(Row row) {
    withdrawn.add(row.line());
    accepted.remove(row.line());
  }
}
