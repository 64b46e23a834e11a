package bangfu.payment;

import bangfu.ledger.LineNumber;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes recoveries.csv: reversals of money already sent that are still open. */
public final class RecoveriesFile {
  private static final int FETCH_ROWS = 1000;
  private static final String OPEN = "待追回";
  private static final String QUERY =
      "select r.line_no, r.original_line_no, l.household_no, l.clause, l.amount_fen as fen"
          + " from recovery r join ledger_line l on l.line_no = r.original_line_no"
          + " where r.line_no <= ? order by r.line_no";

  private final JdbcTemplate jdbc;

  public RecoveriesFile(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /**
   * Writes the file into the month's folder. 追回号 is the number of the reversing line.
   *
   * @return the closed file
   */
  public CsvFile write(YearMonth month, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(folder.resolve("recoveries.csv"), "追回号", "原流水号", "户编号", "条款", "金额", "状态")) {
      jdbc.query(
          QUERY,
          row -> {
            csv.row(
                LineNumber.text(row.getLong("line_no")),
                LineNumber.text(row.getLong("original_line_no")),
                row.getString("household_no"),
                row.getString("clause"),
                Yuan.format(row.getLong("fen")),
                OPEN);
          },
          LineNumber.last(month));
      return csv;
    }
  }
}
