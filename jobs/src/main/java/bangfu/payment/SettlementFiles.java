package bangfu.payment;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.CodePoints;
import bangfu.ledger.LedgerColumns;
import bangfu.ledger.Months;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the folder settlement/: what schools, insurers, organisations and institutions get. */
public final class SettlementFiles {
  private static final int FETCH_ROWS = 1000;
  private static final Map<String, List<PayeeKind>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("schools", List.of(PayeeKind.SCHOOL));
    KINDS.put("insurers", List.of(PayeeKind.MEDICAL_INSURER, PayeeKind.ACCIDENT_INSURER));
    KINDS.put("services", List.of(PayeeKind.SERVICE_ORGANISATION));
    KINDS.put("institutions", List.of(PayeeKind.INSTITUTION));
  }

  private static final String SENT =
      " from sent_line s join ledger_line l on l.line_no = s.line_no"
          + " where s.posting_month = ? and s.detail_no is null and l.payee_kind in (?, ?)";
  private static final String SUMS =
      "select l.payee_kind, l.payee, l.fund, l.payer_level, l.payer_town, count(*) as lines,"
          + " sum(l.amount_fen) as fen"
          + SENT
          + " group by l.payee_kind, l.payee, l.fund, l.payer_level, l.payer_town";
  private static final String LINES =
      "select " + LedgerColumns.SELECTED + SENT + " order by l.line_no";

  private record Sum(
      String kind, String payee, String fund, String level, String town, long lines, long fen) {
    static final Comparator<Sum> ORDER =
        Comparator.comparing(Sum::kind, CodePoints.ORDER)
            .thenComparing(Sum::payee, CodePoints.ORDER)
            .thenComparing(Sum::fund, CodePoints.ORDER)
            .thenComparing(Sum::level, CodePoints.ORDER)
            .thenComparing(Sum::town, CodePoints.ORDER);

    static Sum of(ResultSet row) throws SQLException {
      return new Sum(
          PayeeKind.valueOf(row.getString("payee_kind")).label(),
          row.getString("payee"),
          row.getString("fund"),
          PayerLevel.valueOf(row.getString("payer_level")).label(),
          row.getString("payer_town"),
          row.getLong("lines"),
          row.getLong("fen"));
    }
  }

  private final JdbcTemplate jdbc;

  public SettlementFiles(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /**
   * Writes the lists of a month and, beside each, the ledger lines behind it.
   *
   * @return the closed files
   */
  public List<CsvFile> write(YearMonth month, Path folder) {
    List<CsvFile> written = new ArrayList<>();
    KINDS.forEach(
        (name, kinds) -> {
          Object[] of = {
            Months.number(month), kinds.get(0).name(), kinds.get(kinds.size() - 1).name()
          };
          written.add(sums(folder.resolve("settlement/" + name + ".csv"), of));
          written.add(lines(folder.resolve("settlement/" + name + "-detail.csv"), of));
        });
    return written;
  }

  private CsvFile sums(Path path, Object... of) {
    try (CsvFile csv = CsvFile.utf8Bom(path, "收款类别", "收款方", "资金代码", "付款层级", "付款镇街代码", "笔数", "金额")) {
      jdbc.query(SUMS, (row, number) -> Sum.of(row), of).stream()
          .sorted(Sum.ORDER)
          .forEach(
              sum ->
                  csv.row(
                      sum.kind(),
                      sum.payee(),
                      sum.fund(),
                      sum.level(),
                      sum.town(),
                      sum.lines(),
                      Yuan.format(sum.fen())));
      return csv;
    }
  }

  private CsvFile lines(Path path, Object... of) {
    try (CsvFile csv = CsvFile.utf8Bom(path, LedgerColumns.headers())) {
      jdbc.query(
          LINES,
          row -> {
            csv.row(LedgerColumns.cells(row));
          },
          of);
      return csv;
    }
  }
}
