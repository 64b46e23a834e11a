package bangfu.payment;

import bangfu.database.KeyPages;
import bangfu.engine.claim.PayeeKind;
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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Writes the folder settlement/: what schools, insurers, organisations and institutions get. One
 * pass over what was settled serves all files.
 */
public final class SettlementFiles {
  private static final Map<String, List<PayeeKind>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("schools", List.of(PayeeKind.SCHOOL));
    KINDS.put("insurers", List.of(PayeeKind.MEDICAL_INSURER, PayeeKind.ACCIDENT_INSURER));
    KINDS.put("services", List.of(PayeeKind.SERVICE_ORGANISATION));
    KINDS.put("institutions", List.of(PayeeKind.INSTITUTION));
  }

  /**
   * Written so that the pages follow the primary key: an index on detail_no would sort each anew.
   */
  private static final String LINES =
      "select "
          + LedgerColumns.SELECTED
          + ", l.payee_kind, l.amount_fen from sent_line s join ledger_line l"
          + " on l.line_no = s.line_no where s.line_no > ? and coalesce(s.detail_no, '') = ''"
          + " and s.posting_month = ? order by s.line_no limit ?";

  /** A settled line. */
  private static final class Line {
    private final PayeeKind kind;
    private final long fen;
    private final Object[] cells;

    Line(ResultSet row) throws SQLException {
      cells = LedgerColumns.cells(row);
      kind = PayeeKind.valueOf(row.getString(cells.length + 1));
      fen = row.getLong(cells.length + 2);
    }
  }

  /** What lines are summed by, as the files show it. */
  private record Payee(Object kind, Object payee, Object fund, Object level, Object town) {
    static final Comparator<Payee> ORDER =
        by(Payee::kind)
            .thenComparing(by(Payee::payee))
            .thenComparing(by(Payee::fund))
            .thenComparing(by(Payee::level))
            .thenComparing(by(Payee::town));

    private static Comparator<Payee> by(Function<Payee, Object> column) {
      return Comparator.comparing(payee -> column.apply(payee).toString(), CodePoints.ORDER);
    }

    static Payee of(Object[] cells) {
      return new Payee(cells[14], cells[15], cells[13], cells[11], cells[12]);
    }
  }

  /** How many lines, and their sum. */
  private record Sum(long lines, long fen) {
    Sum plus(Sum other) {
      return new Sum(lines + other.lines, Math.addExact(fen, other.fen));
    }
  }

  /** The two files of one group of payees. */
  private static final class Files implements AutoCloseable {
    private final CsvFile sums;
    private final CsvFile detail;
    private final Map<Payee, Sum> payees = new TreeMap<>(Payee.ORDER);

    Files(Path folder, String name) {
      sums =
          CsvFile.utf8Bom(
              folder.resolve(name + ".csv"), "收款类别", "收款方", "资金代码", "付款层级", "付款镇街代码", "笔数", "金额");
      detail = CsvFile.utf8Bom(folder.resolve(name + "-detail.csv"), LedgerColumns.headers());
    }

    void add(Line line) {
      detail.row(line.cells);
      payees.merge(Payee.of(line.cells), new Sum(1, line.fen), Sum::plus);
    }

    void writeSums() {
      payees.forEach(
          (payee, sum) ->
              sums.row(
                  payee.kind(),
                  payee.payee(),
                  payee.fund(),
                  payee.level(),
                  payee.town(),
                  sum.lines(),
                  Yuan.format(sum.fen())));
    }

    @Override
    public void close() {
      try (sums) {
        detail.close();
      }
    }
  }

  private final KeyPages pages;

  public SettlementFiles(DataSource source) {
    this.pages = new KeyPages(source);
  }

  /**
   * Writes the lists of a month and, beside each, the ledger lines behind it.
   *
   * @return the closed files
   */
  public List<CsvFile> write(YearMonth month, Path folder) {
    Map<PayeeKind, Files> byKind = new EnumMap<>(PayeeKind.class);
    List<Files> all = new ArrayList<>();
    try {
      KINDS.forEach(
          (name, kinds) -> {
            Files files = new Files(folder.resolve("settlement"), name);
            all.add(files);
            kinds.forEach(kind -> byKind.put(kind, files));
          });
      pages.each(
          LINES,
          "",
          (row, number) -> new Line(row),
          line -> byKind.get(line.kind).add(line),
          Months.number(month));
      all.forEach(Files::writeSums);
    } finally {
      all.forEach(Files::close);
    }
    return all.stream().flatMap(files -> List.of(files.sums, files.detail).stream()).toList();
  }
}
