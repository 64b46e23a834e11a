package bangfu.fuzz;

import bangfu.intake.DeliveredFile;
import bangfu.intake.FileReport;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One reading of a file: its report and its rows by line. Every line is taken at most once. */
final class Reading implements RowSink {
  /** The way into the readers; another one stands for a reader with a bug. */
  @FunctionalInterface
  interface Reader {
    FileReport read(DeliveredFile file, RowSink sink) throws IOException;
  }

  final Map<Integer, Row> accepted = new TreeMap<>();
  final Map<Integer, RejectedRow> rejected = new TreeMap<>();
  private FileReport report;

  static Reading of(Reader reader, DeliveredFile file) throws IOException {
    Reading reading = new Reading();
    reading.report = reader.read(file, reading);
    return reading;
  }

  FileReport report() {
    return report;
  }

  /** Everything that a second reading must repeat. */
  List<Object> outcome() {
    return List.of(
        report,
        accepted.values().stream().map(row -> row.line() + ":" + row.content()).toList(),
        rejected.values().stream()
            .map(row -> row.line() + ":" + Arrays.hashCode(row.raw()) + row.faults() + row.key())
            .toList());
  }

  @Override
  public void accepted(Row row) {
    once(row.line(), accepted.put(row.line(), row));
    once(row.line(), rejected.get(row.line()));
  }

  @Override
  public void rejected(RejectedRow row) {
    once(row.line(), rejected.put(row.line(), row));
    once(row.line(), accepted.get(row.line()));
  }

  @Override
  public void withdrawn(Row row) {
    if (accepted.remove(row.line()) == null) {
      throw new AssertionError("line " + row.line() + " was withdrawn, but never accepted");
    }
  }

  private static void once(int line, Object before) {
    if (before != null) {
      throw new AssertionError("line " + line + " was taken twice");
    }
  }
}
