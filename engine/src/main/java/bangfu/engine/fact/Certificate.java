package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import java.time.LocalDate;
import java.util.Set;

/**
 * A disability certificate 残疾人证.
 *
 * @param number 残疾人证号
 * @param components the component categories of {@link DisabilityCategory#MULTIPLE}, else empty
 * @param grade 1 (most severe) to 4
 * @param validUntil last day of validity, included
 * @param qualified 符合方案条件 over time
 */
public record Certificate(
    Person person,
    String number,
    DisabilityCategory category,
    Set<DisabilityCategory> components,
    int grade,
    LocalDate issuedOn,
    LocalDate validUntil,
    Timeline<Boolean> qualified,
    Source source)
    implements PersonalFact {

  /** The days of validity. */
  @Override
  public DaySet days() {
    return DaySet.between(issuedOn, validUntil);
  }

  /** The valid days on which the federation says that the plan's condition is met. */
  public DaySet qualifiedDays() {
    return days().and(qualified.daysWhere(Boolean::booleanValue));
  }

  /** Check Q14: the number begins with another identity number than the holder's. */
  public boolean mismatched() {
    return !number.startsWith(person.id());
  }
}
