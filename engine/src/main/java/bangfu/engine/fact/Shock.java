package bangfu.engine.fact;

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
 * @param planFen 方案金额, fen; null = no plan yet
 */
public record Shock(
    Household household,
    String number,
    YearMonth lastMonth,
    long lossFen,
    long reimbursedFen,
    LocalDate decidedOn,
    Long planFen,
    Source source)
    implements HouseholdFact {

  /** What the household bore itself, fen, never below 0. */
  public long netFen() {
    return Math.max(0, lossFen - reimbursedFen);
  }
}
