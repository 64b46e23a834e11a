package bangfu.payment;

import bangfu.database.KeyPages;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Months;
import bangfu.payment.profile.Batch;
import bangfu.payment.profile.PaymentFile;
import bangfu.payment.profile.PaymentLayout;
import bangfu.payment.profile.PaymentRow;
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
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String FILES = "select file_name, profile from bank_file where ";
  private static final String ROWS =
      "select row_no, account, account_name, amount_fen - set_off_fen as amount_fen, bank_name,"
          + " bank_code, detail_no from bank_row r where file_name = ?";
  private static final String SUMMARY =
      "select count(*) as row_count, sum(amount_fen - set_off_fen) as fen from bank_row r"
          + " where file_name = ?";
  private static final String FIRST_AND_LAST =
      "select min(s.line_no) as first_no, max(s.line_no) as last_no from bank_line s"
          + " join bank_row r on r.detail_no = s.detail_no where r.file_name = ?";
  private static final String DETAIL =
      "select r.detail_no, r.line_no, l.amount_fen - r.set_off_fen from bank_line r"
          + " join ledger_line l on l.line_no = r.line_no where l.amount_fen > r.set_off_fen"
          + " and r.detail_no > ? and ";
  private static final String DETAIL_ORDER = " order by r.detail_no limit ?";

  /** Rows that were not withdrawn. */
  private static final String LIVE =
      " and not exists (select 1 from bank_row_end e where e.detail_no = r.detail_no)";

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
    private int rows;
    private long totalFen;
    private long accountCheckSum;

    void add(PaymentRow row) {
      rows++;
      totalFen = Math.addExact(totalFen, row.amountFen());
      String account = row.account();
      String digits = account.substring(Math.max(0, account.length() - CHECKED_DIGITS));
      accountCheckSum += Integer.parseInt(digits);
    }
  }

  /** A file that was issued, and the hash of the profile it was written with. */
  private record Issued(String name, String profile) {}

  private final JdbcTemplate jdbc;
  private final KeyPages pages;
  private final KeptProfiles profiles;

  public BankFiles(DataSource source) {
    this.pages = new KeyPages(source);
    this.profiles = new KeptProfiles(source);
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /**
   * Writes every file that was prepared in a month into the folder bank/, each with a side
   * manifest.
   */
  public void write(YearMonth month, Path folder) {
    Path bank = folder.resolve("bank");
    files("posting_month = ?", Months.number(month))
        .forEach(file -> new Writing(month, "").write(file, bank));
    detail("r.posting_month = ?", Months.number(month), bank);
  }

  /**
   * Writes what is to be sent of a batch into the folder bank/: rows that were withdrawn are left
   * out, and files without others too.
   */
  public void write(PaymentBatch batch, Path folder) {
    Path bank = folder.resolve("bank");
    Writing live = new Writing(batch.month(), LIVE);
    files("payment_batch = ?", batch.number()).stream()
        .filter(file -> live.summary(file.name()).rows() > 0)
        .forEach(file -> live.write(file, bank));
    detail("r.batch_no = ?" + LIVE, batch.number(), bank);
  }

  private List<Issued> files(String which, int value) {
    return jdbc.query(
        FILES + which + " order by file_name",
        (row, number) -> new Issued(row.getString(1), row.getString(2)),
        value);
  }

  /** Files of a month, with all their rows or some. */
  private final class Writing {
    private final YearMonth month;
    private final String which;

    Writing(YearMonth month, String which) {
      this.month = month;
      this.which = which;
    }

    void write(Issued issued, Path bank) {
      String name = issued.name();
      PaymentLayout layout = profiles.of(issued.profile()).payment();
      Totals totals = new Totals();
      String purpose = PaymentRow.purpose(month);
      try (PaymentFile file = PaymentFile.create(bank, layout, summary(name))) {
        jdbc.query(
            ROWS + which + " order by row_no",
            row -> {
              PaymentRow payment = payment(row, totals.rows + 1, purpose);
              file.row(payment);
              totals.add(payment);
            },
            name);
        file.finish();
        writeManifest(bank.resolve(name + ".manifest.json"), manifest(name, file, totals));
      }
    }

    Batch summary(String name) {
      return jdbc.queryForObject(
          SUMMARY + which,
          (row, number) -> new Batch(name, month, row.getLong("row_count"), row.getLong("fen")),
          name);
    }

    private Manifest manifest(String name, PaymentFile file, Totals totals) {
      return jdbc.queryForObject(
          FIRST_AND_LAST + which,
          (row, number) ->
              new Manifest(
                  file.rows(),
                  totals.totalFen,
                  totals.accountCheckSum,
                  file.sha256(),
                  LineNumber.text(row.getLong("first_no")),
                  LineNumber.text(row.getLong("last_no"))),
          name);
    }
  }

  private static PaymentRow payment(ResultSet row, int rowNo, String purpose) throws SQLException {
    return new PaymentRow(
        rowNo,
        row.getString("account"),
        row.getString("account_name"),
        row.getLong("amount_fen"),
        row.getString("bank_name"),
        row.getString("bank_code"),
        purpose,
        row.getString("detail_no"));
  }

  private static void writeManifest(Path path, Manifest manifest) {
    try {
      Files.writeString(path, JSON.writeValueAsString(manifest).replace("\r\n", "\n") + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void detail(String which, int value, Path bank) {
    try (CsvFile csv = CsvFile.utf8Bom(bank.resolve("detail.csv"), "明细流水号", "流水号", "金额")) {
      List<Detail> ofRow = new ArrayList<>();
      pages.each(
          DETAIL + which + DETAIL_ORDER,
          "",
          (row, number) ->
              new Detail(row.getString(1), LineNumber.text(row.getLong(2)), row.getLong(3)),
          detail -> {
            if (!ofRow.isEmpty() && !ofRow.get(0).detailNo().equals(detail.detailNo())) {
              write(ofRow, csv);
            }
            ofRow.add(detail);
          },
          value);
      write(ofRow, csv);
    }
  }

  private static void write(List<Detail> ofRow, CsvFile csv) {
    ofRow.sort(Comparator.comparing(Detail::lineNo));
    ofRow.forEach(d -> csv.row(d.detailNo(), d.lineNo(), Yuan.format(d.fen())));
    ofRow.clear();
  }
}
