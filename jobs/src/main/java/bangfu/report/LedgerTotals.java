package bangfu.report;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.ledger.LineNumber;
import bangfu.ledger.Staging;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What a month's lines come to: all, by clause, by payer and by payee. */
public final class LedgerTotals {
  private final Map<String, Sum> byClause = new TreeMap<>();
  private final Map<PayerLevel, Sum> byPayer = new EnumMap<>(PayerLevel.class);
  private final Map<PayeeKind, Sum> byPayee = new EnumMap<>(PayeeKind.class);
  private Sum all = new Sum(0, 0);

  /** How many lines, and what they come to. */
  public record Sum(long lines, long fen) {
    Sum plus(Sum other) {
      return new Sum(lines + other.lines, Math.addExact(fen, other.fen));
    }
  }

  private LedgerTotals() {}

  /** Of what the database has as posted in a month. */
  static LedgerTotals of(DataSource source, YearMonth month) {
    LedgerTotals totals = new LedgerTotals();
    new Queries(source)
        .each(
            "select clause, payer_level, payee_kind, count(*), sum(amount_fen) from ledger_line"
                + " where line_no > ? and line_no <= ? group by clause, payer_level, payee_kind",
            row ->
                totals.add(
                    row.getString(1),
                    PayerLevel.valueOf(row.getString(2)),
                    PayeeKind.valueOf(row.getString(3)),
                    new Sum(row.getLong(4), row.getLong(5))),
            LineNumber.before(month),
            LineNumber.last(month));
    return totals;
  }

  /** Of what a run has worked out and not posted. */
  public static LedgerTotals staged(DataSource source) {
    LedgerTotals totals = new LedgerTotals();
    new Staging(source)
        .lines()
        .forEachRemaining(
            line ->
                totals.add(
                    line.key().clause(),
                    line.key().payer().level(),
                    line.key().payeeKind(),
                    new Sum(1, line.amountFen())));
    return totals;
  }

  private void add(String clause, PayerLevel payer, PayeeKind payee, Sum sum) {
    all = all.plus(sum);
    byClause.merge(clause, sum, Sum::plus);
    byPayer.merge(payer, sum, Sum::plus);
    byPayee.merge(payee, sum, Sum::plus);
  }

  public Sum all() {
    return all;
  }

  /** By clause, in the order of the clauses' names. */
  public Map<String, Sum> byClause() {
    return byClause;
  }

  Map<PayerLevel, Sum> byPayer() {
    return byPayer;
  }

  Map<PayeeKind, Sum> byPayee() {
    return byPayee;
  }
}
