package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/**
 * The household's place on the verified farming list, from 核实日期 on.
 *
 * @param to last day on the list; null = still on it
 */
public record FarmVerification(
    Household household, LocalDate verifiedOn, LocalDate to, Source source)
    implements HouseholdFact {

  @Override
  public DaySet days() {
    return DaySet.between(verifiedOn, to);
  }
}
