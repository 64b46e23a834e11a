package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.time.LocalDate;

/**
 * One person's stay in one household.
 *
 * @param local 户籍 = 本区 over time
 * @param rural 户口性质 = 农村 over time
 * @param joined 加入日期; null = since always
 * @param left 离户日期, last day in the household; null = still there
 * @param hukouLeft 户籍迁出日期, last day of the district's hukou; null = still there
 * @param head true for 户主
 */
public record Membership(
    Person person,
    Household household,
    Timeline<Boolean> local,
    Timeline<Boolean> rural,
    LocalDate joined,
    LocalDate left,
    LocalDate hukouLeft,
    boolean head,
    Source source)
    implements PersonalFact, HouseholdFact {

  /** The days the person is alive and lives in the household. */
  @Override
  public DaySet days() {
    return stay().and(person.aliveDays());
  }

  /** The days of the stay as registered, death left aside. */
  public DaySet stay() {
    return DaySet.between(joined, left);
  }

  /** The days of the district's hukou. */
  public DaySet localDays() {
    return local.daysWhere(Boolean::booleanValue).and(DaySet.between(null, hukouLeft));
  }
}
