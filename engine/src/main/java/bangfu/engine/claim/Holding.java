package bangfu.engine.claim;

import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Hold;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * On which days a condition holds.
 *
 * @param days the days on which it holds, doubtful ones included
 * @param absence the code of its absence in a period; null when the absence needs no word
 * @param doubts doubtful days; days that {@code days} lacks do not matter
 * @param proof the facts it rests on; those that speak about a day prove it
 */
public record Holding(
    DaySet days, Function<Period, String> absence, List<Doubt> doubts, List<? extends Fact> proof) {

  /** Holds on these days; elsewhere the code says why not (null = nothing to say). */
  public static Holding on(DaySet days, String code) {
    return on(days, period -> code);
  }

  public static Holding on(DaySet days, Function<Period, String> absence) {
    return new Holding(days, absence, List.of(), List.of());
  }

  public Holding provedBy(List<? extends Fact> facts) {
    return new Holding(days, absence, doubts, facts);
  }

  /** The same with more doubtful days; no days, no doubt. */
  public Holding doubting(Hold hold, DaySet doubtful) {
    if (doubtful.isEmpty()) {
      return this;
    }
    List<Doubt> more = new ArrayList<>(doubts);
    more.add(new Doubt(hold, doubtful));
    return new Holding(days, absence, List.copyOf(more), proof);
  }
}
