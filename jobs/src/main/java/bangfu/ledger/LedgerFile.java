package bangfu.ledger;

import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes ledger.csv: every line posted in a month. */
public final class LedgerFile {
  private static final int FETCH_ROWS = 1000;
  private static final String QUERY =
      "select "
          + LedgerColumns.SELECTED
          + " from ledger_line l where l.posting_month = ? order by l.line_no";

  private final JdbcTemplate jdbc;

  public LedgerFile(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /**
   * Writes the file into the month's folder.
   *
   * @return the closed file
   */
  public CsvFile write(YearMonth month, Path folder) {
    try (CsvFile csv = CsvFile.utf8Bom(folder.resolve("ledger.csv"), LedgerColumns.headers())) {
      jdbc.query(
          QUERY,
          row -> {
            csv.row(LedgerColumns.cells(row));
          },
          Months.number(month));
      return csv;
    }
  }
}
