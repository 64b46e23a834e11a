package bangfu.report;

import bangfu.intake.Column;
import bangfu.intake.DeliveredLines;
import bangfu.intake.Fault;
import bangfu.intake.RejectedRow;
import bangfu.intake.Table;
import bangfu.table.CsvFile;
import bangfu.table.FormulaGuard;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The three files of one table's rejects. The last, {@code <table>.mend.csv}, is a delivery of just
 * these rows: the table's columns, the cells as they were delivered, and one column more that the
 * reader does not know and leaves alone. A line that could not be told apart into cells stands
 * whole in the first column.
 */
final class RejectTable implements Closeable {
  private static final String REASON_COLUMN = "退回原因";

  private final CsvFile reasons;
  private final OutputStream raw;
  private final CsvFile mend;

  RejectTable(Path folder, Table table) throws IOException {
    raw = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table.name() + ".raw")));
    reasons = CsvFile.utf8Bom(folder.resolve(table.name() + ".csv"), "行号", "列", "原值", "原因代码", "说明");
    mend =
        CsvFile.utf8Bom(
            folder.resolve(table.name() + ".mend.csv"),
            Stream.concat(table.columns().stream().map(Column::name), Stream.of(REASON_COLUMN))
                .toArray(String[]::new));
  }

  void add(RejectedRow row, DeliveredLines.Line line) throws IOException {
    for (Fault fault : row.faults()) {
      reasons.row(
          fault.line(), fault.column(), fault.value(), fault.code().name(), fault.message());
    }
    raw.write(line.raw());
    raw.write('\n');
    mend.row(
        Stream.concat(line.cells().stream().map(RejectTable::toMend), Stream.of(reason(row)))
            .toArray());
  }

  /** A record is one physical line, in what is sent back too; a guarded cell is guarded once. */
  private static String toMend(String cell) {
    return FormulaGuard.unguarded(cell).replace('\r', ' ').replace('\n', ' ');
  }

  private static String reason(RejectedRow row) {
    return row.faults().stream()
        .map(RejectTable::reason)
        .collect(Collectors.joining(" ", "第 " + row.line() + " 行 ", ""));
  }

  private static String reason(Fault fault) {
    String place = fault.column().isEmpty() ? "整行" : fault.column();
    return "【" + place + " " + fault.code() + "】" + fault.message() + "。";
  }

  @Override
  public void close() throws IOException {
    try (raw;
        reasons;
        mend) {
      raw.flush();
    }
  }
}
