package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/**
 * An enrolment 学籍.
 *
 * @param school 学校标识码
 * @param to last day at the school; null = still enrolled
 * @param entryYear the school year of first entry to this level, 2017 = 2017/18
 */
public record Enrolment(
    Person person,
    String school,
    SchoolStage stage,
    boolean fullTime,
    boolean boarding,
    LocalDate from,
    LocalDate to,
    int entryYear,
    Source source)
    implements PersonalFact {

  @Override
  public DaySet days() {
    return DaySet.between(from, to);
  }

  /** Same school and stage: two such rows are no conflict. */
  public boolean samePlace(Enrolment other) {
    return stage == other.stage && school.equals(other.school);
  }
}
