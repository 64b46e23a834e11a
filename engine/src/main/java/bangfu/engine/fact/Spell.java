package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/**
 * Days on a roll or list: dibao, wubao, single mothers.
 *
 * @param from first day, included
 * @param to last day, included; null = still running
 */
public record Spell(Person person, LocalDate from, LocalDate to, Source source)
    implements PersonalFact {

  @Override
  public DaySet days() {
    return DaySet.between(from, to);
  }
}
