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
 * @param changes what it changed of what the register knew before that delivery
 */
public record ReceivedFile(
    int delivery, LocalDate asOf, FileStatus status, FileReport report, Changes changes) {

  public Table table() {
    return report.table();
  }

  /** True when a row of it was rejected or all of it refused. */
  public boolean hasDefects() {
    return report.refused() || report.rejectedRows() > 0;
  }

  /** The file when it came a second time, which changed nothing. */
  ReceivedFile sameAgain() {
    return new ReceivedFile(delivery, asOf, FileStatus.SAME, report, Changes.NONE);
  }
}
