package bangfu.payment;

import bangfu.ledger.LineNumber;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.time.YearMonth;
import javax.sql.DataSource;

/** Writes recoveries.csv: reversals of money already sent that are still open. */
public final class RecoveriesFile {
  private final Recoveries recoveries;

  public RecoveriesFile(DataSource source) {
    this.recoveries = new Recoveries(source);
  }

  /**
   * Writes the file into the month's folder. 追回号 is the number of the reversing line, 金额 the whole
   * sum, of which a part may have come back.
   *
   * @return the closed file
   */
  public CsvFile write(YearMonth month, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(folder.resolve("recoveries.csv"), "追回号", "原流水号", "户编号", "条款", "金额", "状态")) {
      recoveries.open(month, recovery -> row(csv, recovery));
      return csv;
    }
  }

  private static void row(CsvFile csv, Recovery recovery) {
    csv.row(
        LineNumber.text(recovery.lineNo()),
        LineNumber.text(recovery.originalLineNo()),
        recovery.household(),
        recovery.clause(),
        Yuan.format(recovery.amountFen()),
        recovery.state().label());
  }
}
