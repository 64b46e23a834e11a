package bangfu.payment;

import bangfu.engine.claim.PayerLevel;
import bangfu.ledger.LineNumber;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes set_off.csv: what of the lines and payments of a month, or of a batch, pays recoveries and
 * so goes to no bank. 应发, 抵扣合计 and 实发 are of the whole payment with that 明细流水号; 实发 0 stands in no
 * bank file.
 */
public final class SetOffFile {
  private static final String PARTS =
      "select d.recovery_line_no, r.household_no, l.fund, l.payer_level, l.payer_town, r.detail_no,"
          + " l.line_no, s.amount_fen, r.amount_fen as gross_fen, r.set_off_fen from set_off s"
          + " join set_off_decision d on d.decision_no = s.decision_no"
          + " join bank_row r on r.detail_no = s.detail_no"
          + " join ledger_line l on l.line_no = s.line_no where ";

  private static final String IN_ORDER = " order by d.recovery_line_no, s.detail_no, s.line_no";

  private final NamedParameterJdbcTemplate jdbc;

  public SetOffFile(DataSource source) {
    this.jdbc = new NamedParameterJdbcTemplate(source);
  }

  /** Writes the file into the month's folder; none when the month sets nothing off. */
  public void write(YearMonth month, Path folder) {
    write("s.posting_month = :month and " + SetOffs.IS_LIVE, OpenLines.through(month), folder);
  }

  /** Writes the file into the folder of a batch that is sent; none when it sets nothing off. */
  public void write(PaymentBatch batch, Path folder) {
    write(
        "s.batch_no = :batch and " + SetOffs.STANDS,
        new MapSqlParameterSource("batch", batch.number()),
        folder);
  }

  private void write(String which, MapSqlParameterSource parameters, Path folder) {
    List<Object[]> rows =
        jdbc.query(PARTS + which + IN_ORDER, parameters, (row, number) -> cells(row));
    if (rows.isEmpty()) {
      return;
    }
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("set_off.csv"),
            "追回号",
            "户编号",
            "资金代码",
            "付款层级",
            "付款镇街代码",
            "明细流水号",
            "流水号",
            "抵扣金额",
            "应发",
            "抵扣合计",
            "实发")) {
      rows.forEach(csv::row);
    }
  }

  private static Object[] cells(ResultSet row) throws SQLException {
    long gross = row.getLong("gross_fen");
    long setOff = row.getLong("set_off_fen");
    return new Object[] {
      LineNumber.text(row.getLong("recovery_line_no")),
      row.getString("household_no"),
      row.getString("fund"),
      PayerLevel.valueOf(row.getString("payer_level")).label(),
      row.getString("payer_town"),
      row.getString("detail_no"),
      LineNumber.text(row.getLong("line_no")),
      Yuan.format(row.getLong("amount_fen")),
      Yuan.format(gross),
      Yuan.format(setOff),
      Yuan.format(gross - setOff)
    };
  }
}
