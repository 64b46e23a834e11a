package bangfu.ledger;

import bangfu.database.KeyPages;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.time.YearMonth;
import javax.sql.DataSource;

/** Writes ledger.csv: every line posted in a month. */
public final class LedgerFile {
  private static final String QUERY =
      "select "
          + LedgerColumns.SELECTED
          + " from ledger_line l where l.line_no > ? and l.line_no <= ?"
          + " order by l.line_no limit ?";

  private final KeyPages pages;

  public LedgerFile(DataSource source) {
    this.pages = new KeyPages(source);
  }

  /**
   * Writes the file into the month's folder.
   *
   * @return the closed file
   */
  public CsvFile write(YearMonth month, Path folder) {
    try (CsvFile csv = CsvFile.utf8Bom(folder.resolve("ledger.csv"), LedgerColumns.headers())) {
      pages.each(
          QUERY,
          Months.numbersBegin(month),
          (row, number) -> LedgerColumns.cells(row),
          csv::row,
          Months.numbersEnd(month));
      return csv;
    }
  }
}
