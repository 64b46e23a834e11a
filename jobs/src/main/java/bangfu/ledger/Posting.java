package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import bangfu.engine.fold.Accrual;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Posting as a difference: what is due through the month's last day, less what the ledger holds.
 * Pure; the result depends on no order of its inputs. Safe for use by several threads.
 *
 * @param month 过账月份
 * @param titles 项目 by clause id
 * @param undecided clauses that rest on a table which was never delivered: neither posted nor
 *     reversed
 */
public record Posting(
    YearMonth month, PayerRules payers, UnaryOperator<String> titles, Set<String> undecided) {

  /**
   * The lines that a unit still needs.
   *
   * @param accruals what accrued through the month's last day
   * @param posted every line of the unit's households with 过账月份 up to the month
   * @param correction why a posted line is no longer due as it stands; asked only about such lines
   * @return without numbers, in the order in which they will be numbered
   */
  public List<LedgerLine> difference(
      List<Accrual> accruals,
      List<PostedLine> posted,
      FilingFacts facts,
      Function<PostedLine, CorrectionReason> correction) {
    UnitHistory history =
        new UnitHistory(posted.stream().filter(line -> decided(clause(line))).toList(), payers);
    UnitPosting unit = new UnitPosting(this, facts, correction, history);
    return unit.lines(accruals.stream().filter(a -> decided(a.clause())).toList());
  }

  private boolean decided(String clause) {
    return !undecided.contains(clause);
  }

  private static String clause(PostedLine line) {
    return line.line().key().clause();
  }

  Reason reasonOf(LocalDate accruedOn) {
    return accruedOn.isBefore(month.atDay(1)) ? Reason.ARREARS : Reason.NORMAL;
  }
}
