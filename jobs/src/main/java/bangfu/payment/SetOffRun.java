package bangfu.payment;

import bangfu.engine.claim.PayerLevel;
import bangfu.ledger.Months;
import bangfu.ledger.Payer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What one payment run sets off: of a household's payable lines as much as it owes by recoveries
 * with a decision in force, the oldest first. Only money of the same payer and fund pays a
 * recovery, for money of one fund must not pay what is owed to another. Not safe for use by several
 * threads.
 */
final class SetOffRun {
  private static final String OWED =
      "select d.decision_no, o.household_no, o.payer_level, o.payer_town, o.fund, (select"
          + " coalesce(sum(s.amount_fen), 0) from set_off s where s.decision_no = d.decision_no"
          + " and "
          + SetOffs.STANDS
          + ") as used_fen, (select coalesce(sum(s.amount_fen), 0) from set_off s"
          + " where s.decision_no = d.decision_no and s.posting_month = ? and "
          + SetOffs.STANDS
          + ") as used_of_month"
          + " from set_off_decision d join recovery r on r.line_no = d.recovery_line_no"
          + " join ledger_line o on o.line_no = r.original_line_no where d.decision_no = ?"
          + " and not exists (select 1 from bank_line b join returned_row t"
          + " on t.detail_no = b.detail_no where b.line_no = r.original_line_no"
          + " and not exists (select 1 from bank_row_end e where e.detail_no = b.detail_no))";

  private final Map<String, List<Debt>> debts = new HashMap<>();
  private int lastNumber;

  /** What a household still owes, and to whose money it belongs. */
  private static final class Debt {
    private final int decision;
    private final Payer payer;
    private long leftFen;

    Debt(int decision, Payer payer, long leftFen) {
      this.decision = decision;
      this.payer = payer;
      this.leftFen = leftFen;
    }
  }

  /**
   * A part of a line that pays a recovery.
   *
   * @param number counts the set-offs of the register, from 1
   * @param fen greater than 0
   */
  record Part(int number, int decision, OpenLine line, long fen) {}

  /** What may be set off in a batch of a month. */
  SetOffRun(DataSource source, YearMonth month) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Recoveries recoveries = new Recoveries(source);
    for (SetOffDecision decision : new SetOffs(source).inForce()) {
      recoveries
          .find(decision.recoveryNo(), month.plusMonths(1))
          .filter(recovery -> recovery.toHousehold() && recovery.waivedFen() == 0)
          .ifPresent(
              recovery ->
                  jdbc.query(
                      OWED,
                      row -> {
                        add(row, recovery, decision);
                      },
                      Months.number(month),
                      decision.number()));
    }
    if (!debts.isEmpty()) {
      lastNumber =
          jdbc.queryForObject("select coalesce(max(set_off_no), 0) from set_off", Integer.class);
    }
  }

  private void add(ResultSet row, Recovery recovery, SetOffDecision decision) throws SQLException {
    long allowed = decision.most().left(row.getLong("used_fen"), row.getLong("used_of_month"));
    long left = Math.min(allowed, recovery.uncoveredFen());
    if (left > 0) {
      Payer payer =
          new Payer(
              PayerLevel.valueOf(row.getString("payer_level")),
              row.getString("payer_town"),
              row.getString("fund"));
      debts
          .computeIfAbsent(row.getString("household_no"), household -> new ArrayList<>())
          .add(new Debt(decision.number(), payer, left));
    }
  }

  /**
   * Takes from lines what the household owes.
   *
   * @param lines payable, of one payer, by number
   * @return none when nothing is owed; never more of a line than it still pays
   */
  List<Part> take(String household, Payer payer, List<OpenLine> lines) {
    List<Part> parts = new ArrayList<>();
    List<Debt> owed = debts.getOrDefault(household, List.of());
    for (OpenLine line : owed.isEmpty() ? List.<OpenLine>of() : lines) {
      long payable = line.payableFen();
      for (Debt debt : owed) {
        long fen = debt.payer.equals(payer) ? Math.min(payable, debt.leftFen) : 0;
        if (fen > 0) {
          parts.add(new Part(++lastNumber, debt.decision, line, fen));
          debt.leftFen -= fen;
          payable -= fen;
        }
      }
    }
    return parts;
  }
}
