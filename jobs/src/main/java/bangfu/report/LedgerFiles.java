package bangfu.report;

import bangfu.ledger.LedgerColumns;
import bangfu.table.CsvFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code ledgers/<town>/<household>.csv}: the whole ledger of each household with a line this
 * month.
 */
final class LedgerFiles implements AutoCloseable {
  private static final String LINES =
      """
      select l.*, a.town home from ledger_line l
      left join assessed_household a on a.household_no = l.household_no
      where l.posting_month <= ? and l.household_no in
        (select m.household_no from ledger_line m where m.posting_month = ?)
      order by l.household_no, l.line_no
      """;

  private final Path folder;
  private final MessageDigest list = WrittenFiles.sha256();
  private long count;
  private String household = "";
  private CsvFile csv;

  private LedgerFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes all of them; they count as one list of names and hashes. */
  static WrittenFiles.Written write(Queries queries, Month month, Path folder) {
    LedgerFiles files = new LedgerFiles(folder.resolve("ledgers"));
    try (files) {
      queries.each(LINES, files::line, month.number(), month.number());
    }
    return new WrittenFiles.Written("ledgers/", WrittenFiles.hex(files.list), files.count);
  }

  private void line(ResultSet row) throws SQLException {
    if (!row.getString("household_no").equals(household)) {
      close();
      household = row.getString("household_no");
      String home = row.getString("home") == null ? row.getString("town") : row.getString("home");
      csv =
          CsvFile.utf8Bom(
              folder.resolve(home).resolve(household + ".csv"), LedgerColumns.headers());
    }
    csv.row(LedgerColumns.cells(row));
  }

  @Override
  public void close() {
    if (csv != null) {
      csv.close();
      count++;
      String entry = folder.relativize(csv.path()).toString() + ' ' + csv.sha256() + '\n';
      list.update(entry.getBytes(StandardCharsets.UTF_8));
      csv = null;
    }
  }
}
