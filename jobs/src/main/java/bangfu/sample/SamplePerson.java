package bangfu.sample;

import bangfu.engine.fact.Sex;
import java.time.LocalDate;

/**
 * A member of a household.
 *
 * @param employee true for a person with a wage and the employees' medical insurance
 */
record SamplePerson(
    MemberProfile profile,
    String id,
    String name,
    Sex sex,
    LocalDate birth,
    boolean employee,
    Fate fate) {

  /** The earlier of {@code day} and the day of death; null stands for never. */
  LocalDate untilDeath(LocalDate day) {
    return SampleDates.earlier(day, fate.diedOn());
  }

  boolean is(Kind kind) {
    return profile.kind() == kind;
  }

  boolean has(Trait trait) {
    return profile.has(trait);
  }

  boolean isDeadOn(LocalDate day) {
    return fate.diedOn() != null && fate.diedOn().isBefore(day);
  }
}
