package bangfu.fuzz;

import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.intake.DeliveredFile;
import bangfu.intake.Fault;
import bangfu.intake.FileReport;
import bangfu.intake.ReasonCode;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.report.MendFile;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What holds for every file, whatever its bytes. Each break is an {@link AssertionError}. */
final class ReaderProperties {
  private final Reading.Reader reader;
  private final Path folder;

  /**
   * @param folder for files that are written in between
   */
  ReaderProperties(Reading.Reader reader, Path folder) {
    this.reader = reader;
    this.folder = folder;
  }

  void check(DeliveredFile file) throws IOException {
    Reading reading = Reading.of(reader, file);
    require(reading.outcome(), Reading.of(reader, file).outcome(), "the second reading");
    if (reading.report().refused()) {
      return;
    }
    everyLineCounts(reading);
    canonicalRowsStay(file.table(), reading.accepted.values());
    if (!reading.rejected.isEmpty()) {
      mendFileIsReadable(file, reading);
    }
  }

  private static void everyLineCounts(Reading reading) {
    FileReport report = reading.report();
    require(report.acceptedRows(), (long) reading.accepted.size(), "accepted rows");
    require(report.rejectedRows(), (long) reading.rejected.size(), "rejected rows");
    Set<Integer> lines = new TreeSet<>(reading.accepted.keySet());
    lines.addAll(reading.rejected.keySet());
    boolean inRange =
        lines.stream().allMatch(n -> n > report.headerLines() && n <= report.physicalLines());
    require(true, inRange, "lines " + lines + " in range");
    reading.rejected.forEach(
        (line, row) -> row.faults().forEach(fault -> require(line, fault.line(), "fault's line")));
  }

  /** Written in the form that the table asks for, an accepted row is accepted again as it is. */
  private void canonicalRowsStay(Table table, Collection<Row> rows) throws IOException {
    Path file = folder.resolve("canonical.csv");
    try (CsvFile csv = CsvFile.utf8Bom(file, names(table))) {
      rows.forEach(row -> csv.row(cells(table, row)));
    }
    Reading again = Reading.of(reader, new DeliveredFile(table, file));
    require(List.of(), List.copyOf(again.rejected.values()), "rejected canonical rows");
    require(contents(rows), contents(again.accepted.values()), "canonical rows");
  }

  private static String[] names(Table table) {
    return table.columns().stream().map(Column::name).toArray(String[]::new);
  }

  private static Object[] cells(Table table, Row row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(i -> delivered(table.columns().get(i), row.value(i)))
        .toArray();
  }

  private static String delivered(Column column, String value) {
    return column.type() == ColumnType.MONEY && value != null
        ? Yuan.format(Long.parseLong(value))
        : value;
  }

  private static List<String> contents(Collection<Row> rows) {
    return rows.stream().map(Row::content).toList();
  }

  /** Sent back as it is, a mend file brings the same rows, and each with its old faults. */
  private void mendFileIsReadable(DeliveredFile file, Reading reading) throws IOException {
    List<RejectedRow> rejects = List.copyOf(reading.rejected.values());
    MendFile mend = MendFile.write(file, reading.report().encoding(), rejects, folder);
    Reading again = Reading.of(reader, new DeliveredFile(file.table(), mend.path()));
    require(null, again.report().refusal(), "the mend file's refusal");
    require(List.of("退回原因"), again.report().unknownColumns(), "the mend file's unknown columns");
    require(1L + rejects.size(), again.report().physicalLines(), "the mend file's lines");
    require(0L, again.report().blankLines(), "the mend file's blank lines");
    for (int i = 0; i < rejects.size(); i++) {
      if (mend.isFaithful(i)) {
        require(faults(rejects.get(i)), faults(again.rejected.get(i + 2)), "faults sent back");
      }
    }
  }

  /** What is wrong with the cells of a row; which rows share a key depends on the file. */
  private static List<String> faults(RejectedRow row) {
    return row == null
        ? List.of()
        : row.faults().stream()
            .filter(fault -> fault.code() != ReasonCode.DUPLICATE_KEY)
            .map(ReaderProperties::place)
            .toList();
  }

  private static String place(Fault fault) {
    return fault.column() + " " + fault.code();
  }

  private static void require(Object expected, Object actual, String what) {
    if (expected == null ? actual != null : !expected.equals(actual)) {
      throw new AssertionError(what + ": expected " + expected + ", but was " + actual);
    }
  }
}
