package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/** The household's place on the verified farming list, from 核实日期 on. */
public record FarmVerification(Household household, LocalDate verifiedOn, Source source)
    implements HouseholdFact {

  @Override
  public DaySet days() {
    return DaySet.between(verifiedOn, null);
  }
}
