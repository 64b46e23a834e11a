package bangfu.payment;

import bangfu.database.KeyPages;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the bank files of a month, each with its side manifest, and bank/detail.csv, which says
 * which ledger lines a row pays. An issued file is written the same for ever.
 */
public final class BankFiles {
  private static final int FETCH_ROWS = 1000;
  private static final int CHECKED_DIGITS = 4;
  private static final String PURPOSE = "帮扶资金";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String ROWS =
      "select row_no, account, account_name, amount_fen, bank_name, bank_code, detail_no"
          + " from bank_row where file_name = ? order by row_no";
  private static final String FIRST_AND_LAST =
      "select min(s.line_no) as first_no, max(s.line_no) as last_no from sent_line s"
          + " join bank_row r on r.detail_no = s.detail_no where r.file_name = ?";
  private static final String DETAIL =
      "select s.detail_no, s.line_no, l.amount_fen from sent_line s"
          + " join ledger_line l on l.line_no = s.line_no"
          + " where s.detail_no > ? and s.posting_month = ? order by s.detail_no limit ?";

  /**
   * What lies beside a bank file.
   *
   * @param accountCheckSum sum of the last four digits of the accounts
   */
  private record Manifest(
      long rows,
      long totalFen,
      long accountCheckSum,
      String sha256,
      String firstLedgerNumber,
      String lastLedgerNumber) {}

  /** A ledger line that a bank row pays. */
  private record Detail(String detailNo, String lineNo, long fen) {}

  /** Sums over the rows written so far. */
  private static final class Totals {
    private long totalFen;
    private long accountCheckSum;

    void add(long fen, String account) {
      totalFen = Math.addExact(totalFen, fen);
      String digits = account.substring(Math.max(0, account.length() - CHECKED_DIGITS));
      accountCheckSum += Integer.parseInt(digits);
    }
  }

  private final JdbcTemplate jdbc;
  private final KeyPages pages;

  public BankFiles(DataSource source) {
    this.pages = new KeyPages(source);
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /**
   * Writes every batch of a month into the folder bank/.
   *
   * @return the closed CSV files; a side manifest lies beside each bank file
   */
  public List<CsvFile> write(YearMonth month, Path folder) {
    Path bank = folder.resolve("bank");
    List<CsvFile> written = new ArrayList<>();
    jdbc.queryForList(
            "select file_name from bank_file where posting_month = ? order by file_name",
            String.class,
            Months.number(month))
        .forEach(name -> written.add(batch(month, name, bank)));
    written.add(detail(month, bank));
    return written;
  }

  private CsvFile batch(YearMonth month, String name, Path bank) {
    Totals totals = new Totals();
    CsvFile written;
    try (CsvFile csv =
        CsvFile.strict(
            bank.resolve(name + ".csv"),
            Holds.GBK,
            "序号",
            "收款账号",
            "收款户名",
            "金额",
            "收款开户行",
            "联行号",
            "用途",
            "明细流水号")) {
      jdbc.query(
          ROWS,
          row -> {
            csv.row(cells(row, month));
            totals.add(row.getLong("amount_fen"), row.getString("account"));
          },
          name);
      written = csv;
    }
    writeManifest(bank.resolve(name + ".manifest.json"), manifest(name, written, totals));
    return written;
  }

  private static Object[] cells(ResultSet row, YearMonth month) throws SQLException {
    return new Object[] {
      row.getInt("row_no"),
      row.getString("account"),
      row.getString("account_name"),
      Yuan.format(row.getLong("amount_fen")),
      row.getString("bank_name"),
      row.getString("bank_code"),
      PURPOSE + Months.number(month),
      row.getString("detail_no")
    };
  }

  private Manifest manifest(String name, CsvFile csv, Totals totals) {
    return jdbc.queryForObject(
        FIRST_AND_LAST,
        (row, number) ->
            new Manifest(
                csv.rows(),
                totals.totalFen,
                totals.accountCheckSum,
                csv.sha256(),
                LineNumber.text(row.getLong("first_no")),
                LineNumber.text(row.getLong("last_no"))),
        name);
  }

  private static void writeManifest(Path path, Manifest manifest) {
    try {
      Files.writeString(path, JSON.writeValueAsString(manifest).replace("\r\n", "\n") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CsvFile detail(YearMonth month, Path bank) {
    try (CsvFile csv = CsvFile.utf8Bom(bank.resolve("detail.csv"), "明细流水号", "流水号", "金额")) {
      List<Detail> ofRow = new ArrayList<>();
      pages.each(
          DETAIL,
          "",
          (row, number) ->
              new Detail(row.getString(1), LineNumber.text(row.getLong(2)), row.getLong(3)),
          detail -> {
            if (!ofRow.isEmpty() && !ofRow.get(0).detailNo().equals(detail.detailNo())) {
              write(ofRow, csv);
            }
            ofRow.add(detail);
          },
          Months.number(month));
      write(ofRow, csv);
      return csv;
    }
  }

  private static void write(List<Detail> ofRow, CsvFile csv) {
    ofRow.sort(Comparator.comparing(Detail::lineNo));
    ofRow.forEach(d -> csv.row(d.detailNo(), d.lineNo(), Yuan.format(d.fen())));
    ofRow.clear();
  }
}
