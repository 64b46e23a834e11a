package bangfu.simulate;

import bangfu.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a simulation comes to. For several threads. */
public final class SimulationTotals {
  private static final int MOST_SHOWN = 20;
  private static final Comparator<HouseholdChange> LARGEST =
      Comparator.comparing((HouseholdChange change) -> -Math.abs(change.sum().changeFen()))
          .thenComparing(HouseholdChange::household);

  private final Map<Cost, Comparison> costs = new HashMap<>();
  private final Map<Proposal, Long> today = new EnumMap<>(Proposal.class);
  private final Map<Proposal, Long> tried = new EnumMap<>(Proposal.class);
  private final List<HouseholdChange> largest = new ArrayList<>();
  private long ledgerFen;
  private long units;
  private long winners;
  private long wonFen;
  private long losers;
  private long lostFen;
  private long edges;

  synchronized void add(List<LedgerLine> ofToday, List<LedgerLine> ofTried) {
    ofToday.forEach(line -> merge(line, new Comparison(line.amountFen(), 0)));
    ofTried.forEach(line -> merge(line, new Comparison(0, line.amountFen())));
  }

  private void merge(LedgerLine line, Comparison sum) {
    costs.merge(Cost.of(line), sum, Comparison::plus);
  }

  synchronized void posted(long fen) {
    ledgerFen = Math.addExact(ledgerFen, fen);
  }

  synchronized void proposed(Proposal underToday, Proposal underTried) {
    today.merge(underToday, 1L, Long::sum);
    tried.merge(underTried, 1L, Long::sum);
  }

  synchronized long looked(int more) {
    units += more;
    return units;
  }

  void add(HouseholdChange change) {
    long fen = change.sum().changeFen();
    winners += fen > 0 ? 1 : 0;
    wonFen += Math.max(0, fen);
    losers += fen < 0 ? 1 : 0;
    lostFen += Math.max(0, -fen);
    if (fen != 0) {
      largest.add(change);
      if (largest.size() > 2 * MOST_SHOWN) {
        cut();
      }
    }
  }

  private void cut() {
    largest.sort(LARGEST);
    largest.subList(Math.min(MOST_SHOWN, largest.size()), largest.size()).clear();
  }

  void oneEdge() {
    edges++;
  }

  /** All costs in order; those of 0 under both policies are left out. */
  public Map<Cost, Comparison> costs() {
    Map<Cost, Comparison> sorted = new TreeMap<>(costs);
    sorted.values().removeIf(sum -> sum.equals(Comparison.NOTHING));
    return Collections.unmodifiableMap(sorted);
  }

  /** The costs added up by something of theirs, in its order. */
  public <T extends Comparable<T>> Map<T, Comparison> by(Function<Cost, T> what) {
    Map<T, Comparison> sums = new TreeMap<>();
    costs().forEach((cost, sum) -> sums.merge(what.apply(cost), sum, Comparison::plus));
    return sums;
  }

  public Comparison all() {
    return costs.values().stream().reduce(Comparison.NOTHING, Comparison::plus);
  }

  /** Net of the lines that the ledger holds through the month, fen. */
  public long ledgerFen() {
    return ledgerFen;
  }

  /** Households of which this is proposed under today's policy. */
  public long proposedToday(Proposal proposal) {
    return today.getOrDefault(proposal, 0L);
  }

  /** Households of which this is proposed under the policy that is tried. */
  public long proposedTried(Proposal proposal) {
    return tried.getOrDefault(proposal, 0L);
  }

  public long winners() {
    return winners;
  }

  public long wonFen() {
    return wonFen;
  }

  public long losers() {
    return losers;
  }

  /** 0 or more. */
  public long lostFen() {
    return lostFen;
  }

  /** The households with the largest changes, the largest first, at most 20. */
  public List<HouseholdChange> largest() {
    cut();
    return List.copyOf(largest);
  }

  /** How many households stand at an edge, under both policies together. */
  public long edges() {
    return edges;
  }
}
