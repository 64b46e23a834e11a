package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.YearMonth;

/** An open application for dibao, with its month. */
public record DibaoApplication(Person person, YearMonth month, Source source)
    implements PersonalFact {

  @Override
  public DaySet days() {
    return DaySet.between(month.atDay(1), month.atEndOfMonth());
  }
}
