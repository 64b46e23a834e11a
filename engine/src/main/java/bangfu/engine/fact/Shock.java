package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An illness or disaster that pushed a household back 因病因灾返贫.
 *
 * @param number 编号
 * @param lastMonth 截止月
 * @param lossFen 损失总额, fen
 * @param reimbursedFen 已报销赔付, fen
 * @param decidedOn 认定日期; null = not accepted
 * @param to last day on which the row stands; null = still standing
 * @param planFen 方案金额, fen; null = no plan yet
 */
public record Shock(
    Household household,
    String number,
    YearMonth lastMonth,
    long lossFen,
    long reimbursedFen,
    LocalDate decidedOn,
    LocalDate to,
    Long planFen,
    Source source)
    implements HouseholdFact {

  /** The days from the decision on; none while there is no decision. */
  @Override
  public DaySet days() {
    return decidedOn == null ? DaySet.NONE : DaySet.between(decidedOn, to);
  }

  /** What the household bore itself, fen, never below 0. */
  public long netFen() {
    return Math.max(0, lossFen - reimbursedFen);
  }
}
