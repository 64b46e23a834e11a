package bangfu.payment;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.fold.CodePoints;
import bangfu.ledger.LedgerColumns;
import bangfu.ledger.LedgerFile;
import bangfu.table.CsvFile;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes the folder settlement/: what schools, insurers, organisations and institutions get, and
 * beside each list the ledger lines behind it. To be closed once it has seen all lines of a month.
 */
public final class SettlementFiles implements AutoCloseable {
  private static final Map<String, List<PayeeKind>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("schools", List.of(PayeeKind.SCHOOL));
    KINDS.put("insurers", List.of(PayeeKind.MEDICAL_INSURER, PayeeKind.ACCIDENT_INSURER));
    KINDS.put("services", List.of(PayeeKind.SERVICE_ORGANISATION));
    KINDS.put("institutions", List.of(PayeeKind.INSTITUTION));
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

    void add(LedgerFile.Line line) {
      detail.row(line.cells());
      payees.merge(Payee.of(line.cells()), new Sum(1, line.amountFen()), Sum::plus);
    }

    private void writeSums() {
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
      try (sums;
          detail) {
        writeSums();
      }
    }
  }

  private final Map<PayeeKind, Files> byKind = new EnumMap<>(PayeeKind.class);
  private final List<Files> all = new ArrayList<>();

  public SettlementFiles(Path folder) {
    KINDS.forEach(
        (name, kinds) -> {
          Files files = new Files(folder.resolve("settlement"), name);
          all.add(files);
          kinds.forEach(kind -> byKind.put(kind, files));
        });
  }

  /** Takes a line of the month if it is settled; in the order of the numbers. */
  public void add(LedgerFile.Line line) {
    if (line.settled()) {
      byKind.get(line.payeeKind()).add(line);
    }
  }

  @Override
  public void close() {
    all.forEach(Files::close);
  }
}
