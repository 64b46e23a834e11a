package bangfu.batch;

import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose lines are looked at or posted: always whole units, for what one household of a unit loses
 * another may get.
 *
 * @param households household numbers; empty = not chosen by number
 * @param towns 镇街代码; empty = not chosen by town. Both empty = everybody
 */
public record Scope(Set<String> households, Set<String> towns) {
  public static final Scope ALL = new Scope(Set.of(), Set.of());

  public Scope {
    households = Set.copyOf(households);
    towns = Set.copyOf(towns);
  }

  public boolean isAll() {
    return households.isEmpty() && towns.isEmpty();
  }

  /** True when a household of the unit was named, or is filed in one of the towns on the day. */
  public boolean takes(Collection<String> numbers, Unit unit, LocalDate asOf) {
    int day = DaySet.day(asOf);
    return isAll()
        || numbers.stream().anyMatch(households::contains)
        || unit.households().stream()
            .map(household -> household.registration().town().at(day))
            .anyMatch(town -> town != null && towns.contains(town));
  }

  /** The same for the same choice, in whatever order it was given. */
  @Override
  public String toString() {
    return new TreeSet<>(households) + " " + new TreeSet<>(towns);
  }
}
