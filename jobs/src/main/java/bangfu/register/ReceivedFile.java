package bangfu.register;

import bangfu.intake.FileReport;
import bangfu.intake.Table;
import java.time.LocalDate;

/**
 * A delivered file and what became of it.
 *
 * @param delivery the delivery that brought it; that of the file with the same bytes when the
 *     status is {@link FileStatus#SAME}. Its rejects are kept under this number
 * @param asOf the as-of day of that delivery
 */
public record ReceivedFile(int delivery, LocalDate asOf, FileStatus status, FileReport report) {

  public Table table() {
    return report.table();
  }

  /** True when a row of it was rejected or all of it refused. */
  public boolean hasDefects() {
    return report.refused() || report.rejectedRows() > 0;
  }

  ReceivedFile withStatus(FileStatus other) {
    return new ReceivedFile(delivery, asOf, other, report);
  }
}
