package bangfu.recalculate;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a recalculation found. For several threads. */
public final class Totals {
  private final Map<String, OfClause> byClause = new TreeMap<>();
  private final Set<String> households = new TreeSet<>();
  private long units;
  private long sums;

  /**
   * The differences of a clause.
   *
   * @param count sums that differ
   * @param moreFen what is to be paid beyond what was posted, 0 or more
   * @param lessFen what was posted beyond what is due, 0 or more
   */
  public record OfClause(String title, long count, long moreFen, long lessFen) {
    private OfClause plus(Difference difference) {
      long change = difference.changeFen();
      return new OfClause(
          title, count + 1, moreFen + Math.max(0, change), lessFen + Math.max(0, -change));
    }
  }

  synchronized void looked(long moreUnits, long moreSums) {
    units += moreUnits;
    sums += moreSums;
  }

  synchronized void saw(Iterable<String> wanted) {
    wanted.forEach(households::add);
  }

  void add(Difference difference) {
    byClause.merge(
        difference.clause(),
        new OfClause(difference.title(), 0, 0, 0).plus(difference),
        (old, one) -> old.plus(difference));
  }

  public synchronized long units() {
    return units;
  }

  /** Sums that are due. */
  public synchronized long sums() {
    return sums;
  }

  /** Sums that differ. */
  public long differences() {
    return byClause.values().stream().mapToLong(OfClause::count).sum();
  }

  /** By clause, in the order of their ids. */
  public Map<String, OfClause> byClause() {
    return byClause;
  }

  /** All households of the units looked at; kept only where households were named. */
  public synchronized Set<String> households() {
    return households;
  }
}
