package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/**
 * Days insured in a medical scheme.
 *
 * @param to last day, included; null = still running
 */
public record MedicalSpell(
    Person person, MedicalScheme scheme, LocalDate from, LocalDate to, Source source)
    implements PersonalFact {

  @Override
  public DaySet days() {
    return DaySet.between(from, to);
  }
}
