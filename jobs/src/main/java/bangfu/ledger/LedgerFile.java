package bangfu.ledger;

import bangfu.database.KeyPages;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.table.CsvFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Writes ledger.csv: every line posted in a month. */
public final class LedgerFile {
  static final String NAME = "ledger.csv";
  private static final String QUERY =
      "select "
          + LedgerColumns.SELECTED
          + " from ledger_line l where l.line_no > ? and l.line_no <= ?"
          + " order by l.line_no limit ?";

  private static final String STANDING =
      QUERY.replace(
          " order by",
          " and not exists (select 1 from reversal v where v.original_line_no = l.line_no)"
              + " order by");

  private final KeyPages pages;

  public LedgerFile(DataSource source) {
    this.pages = new KeyPages(source);
  }

  /**
   * A line as the file shows it, with what others sum it by.
   *
   * @param cells in the order of {@link LedgerColumns#headers}
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  public record Line(Object[] cells, PayeeKind payeeKind, boolean settled, long amountFen) {
    static Line of(ResultSet row) throws SQLException {
      PayeeKind kind = PayeeKind.valueOf(row.getString("payee_kind"));
      PayerLevel level = PayerLevel.valueOf(row.getString("payer_level"));
      long fen = row.getLong("amount_fen");
      return new Line(
          LedgerColumns.cells(row), kind, SettledLines.isSettled(kind, level, fen), fen);
    }
  }

  /**
   * Writes the file into the month's folder.
   *
   * @param others sees every line too: reading a month once is enough
   * @return the closed file
   */
  public CsvFile write(YearMonth month, Path folder, Consumer<Line> others) {
    try (CsvFile csv = CsvFile.utf8Bom(folder.resolve(NAME), LedgerColumns.headers())) {
      forEach(
          month,
          line -> {
            csv.row(line.cells());
            others.accept(line);
          });
      return csv;
    }
  }

  /** Hands over the lines of a month in the order of their numbers. */
  void forEach(YearMonth month, Consumer<Line> consumer) {
    pages.each(
        QUERY,
        LineNumber.before(month),
        (row, number) -> Line.of(row),
        consumer,
        LineNumber.last(month));
  }

  /**
   * Hands over lines that nothing reversed, in the order of their numbers.
   *
   * @param first number of the first line, included
   * @param last number of the last one, included
   */
  public void forEachStanding(long first, long last, Consumer<Line> consumer) {
    pages.each(STANDING, first - 1, (row, number) -> Line.of(row), consumer, last);
  }
}
