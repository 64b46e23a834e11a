package bangfu.engine.fact;

import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/**
 * A serious or long-term illness 大病或长期慢性病, whenever it was diagnosed.
 *
 * @param code 病种编码
 * @param to last day on which the row stands; null = still standing
 */
public record Illness(Person person, String code, LocalDate to, Source source)
    implements PersonalFact {

  @Override
  public DaySet days() {
    return DaySet.between(null, to);
  }
}
