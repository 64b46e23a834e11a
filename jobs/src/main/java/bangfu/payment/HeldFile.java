package bangfu.payment;

import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.CodePoints;
import bangfu.ledger.Months;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Writes bank/held.csv: money of this and earlier months that waits, with the reason. */
public final class HeldFile {
  private static final int FETCH_ROWS = 1000;
  static final String QUERY =
      "select household_no, posting_month, fund, payer_level, payer_town, code, sum(waiting_fen)"
          + " as fen from (select l.household_no, l.posting_month, l.fund, l.payer_level,"
          + " l.payer_town, l.amount_fen - "
          + SetOffs.OF_LINE
          + " as waiting_fen, "
          + OpenLines.HOLD_CODE
          + " as code from "
          + OpenLines.HELD_LINES
          + " and "
          + OpenLines.IS_OPEN
          + ") held where code is not null and waiting_fen > 0"
          + " group by household_no, posting_month, fund, payer_level, payer_town, code"
          + " order by household_no, posting_month";

  /** A row; the month is yyyymm. */
  private record Held(
      String household,
      int month,
      String fund,
      PayerLevel level,
      String town,
      long fen,
      HoldCode code) {
    /** The order of the columns, within one household. */
    static final Comparator<Held> ORDER =
        Comparator.comparingInt(Held::month)
            .thenComparing(Held::fund, CodePoints.ORDER)
            .thenComparing(held -> held.level().label(), CodePoints.ORDER)
            .thenComparing(Held::town, CodePoints.ORDER)
            .thenComparingLong(Held::fen)
            .thenComparing(held -> held.code().name(), CodePoints.ORDER);

    static Held of(ResultSet row) throws SQLException {
      return new Held(
          row.getString("household_no"),
          row.getInt("posting_month"),
          row.getString("fund"),
          PayerLevel.valueOf(row.getString("payer_level")),
          row.getString("payer_town"),
          row.getLong("fen"),
          HoldCode.valueOf(row.getString("code")));
    }
  }

  private final NamedParameterJdbcTemplate jdbc;

  public HeldFile(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
  }

  /**
   * Writes the file into the month's folder.
   *
   * @return the closed file
   */
  public CsvFile write(YearMonth month, Path folder) {
    try (CsvFile csv =
        CsvFile.utf8Bom(
            folder.resolve("bank/held.csv"),
            "户编号",
            "过账月份",
            "资金代码",
            "付款层级",
            "付款镇街代码",
            "金额",
            "原因代码",
            "说明")) {
      List<Held> ofHousehold = new ArrayList<>();
      jdbc.query(
          QUERY,
          OpenLines.through(month),
          row -> {
            Held held = Held.of(row);
            if (!ofHousehold.isEmpty()
                && !ofHousehold.get(0).household().equals(held.household())) {
              flush(ofHousehold, csv);
            }
            ofHousehold.add(held);
          });
      flush(ofHousehold, csv);
      return csv;
    }
  }

  private static void flush(List<Held> ofHousehold, CsvFile csv) {
    ofHousehold.sort(Held.ORDER);
    for (Held held : ofHousehold) {
      csv.row(
          held.household(),
          Months.of(held.month()),
          held.fund(),
          held.level().label(),
          held.town(),
          Yuan.format(held.fen()),
          held.code().name(),
          held.code().explanation());
    }
    ofHousehold.clear();
  }
}
