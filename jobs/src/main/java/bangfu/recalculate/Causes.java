package bangfu.recalculate;

import bangfu.batch.RunState;
import bangfu.ledger.PostedLine;
import bangfu.register.RowChange;
import bangfu.register.StoredRow;
import bangfu.register.UnitVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which changed rows make the ledger of a unit wrong, found by trial. First: the newest delivery
 * with which a sum would be as it was posted. Then each row that has changed since is put back by
 * itself; those that alter the sum are its causes. Where several suffice each by itself, so that
 * putting one back alters nothing, those are that alter the earlier state by themselves; and else
 * it was all of them together.
 */
final class Causes {
  private final UnitVersions unit;
  private final List<PostedLine> posted;
  private final KnownStates states;
  private final List<StoredRow> rows;
  private final UnitLines now;
  private final Map<Integer, List<Trial>> trials = new HashMap<>();

  /**
   * @param now what is to be explained
   */
  Causes(UnitVersions unit, List<PostedLine> posted, KnownStates states, UnitLines now) {
    this.unit = unit;
    this.posted = posted;
    this.states = states;
    this.rows = unit.at(states.asked().known()).rows();
    this.now = now;
  }

  /** What the ledger would be without some changes, and what it would be with them alone. */
  private record Trial(
      Predicate<Sum> about,
      List<RowChange> changes,
      UnitLines without,
      Supplier<UnitLines> alone) {}

  /** The changes behind each sum that differs; none where no delivery explains it. */
  Map<Sum, List<RowChange>> find() {
    Map<Sum, List<RowChange>> causes = new HashMap<>();
    agreedAt().forEach((sum, delivery) -> causes.put(sum, causes(sum, delivery)));
    return causes;
  }

  /** The newest delivery, but for the one asked for, that leaves nothing to post for a sum. */
  private Map<Sum, Integer> agreedAt() {
    Map<Sum, Integer> agreed = new HashMap<>();
    Set<Sum> open = new HashSet<>(now.bySum().keySet());
    for (int delivery : deliveries()) {
      if (open.isEmpty() || states.at(delivery).isEmpty()) {
        break;
      }
      UnitLines then = linesAt(delivery, unit.at(delivery).rows());
      for (Sum sum : now.bySum().keySet()) {
        if (!then.differsIn(sum) && open.remove(sum)) {
          agreed.put(sum, delivery);
        }
      }
    }
    return agreed;
  }

  /** Between two of these nothing changed for the unit; newest first. */
  private Iterable<Integer> deliveries() {
    SortedSet<Integer> changing = new TreeSet<>(unit.deliveries());
    changing.addAll(states.referenceDeliveries());
    TreeSet<Integer> last = new TreeSet<>();
    changing.forEach(delivery -> last.add(delivery - 1));
    last.add(states.newest());
    last.remove(states.asked().known());
    return last.descendingSet();
  }

  private UnitLines linesAt(int delivery, List<StoredRow> supposed) {
    return UnitLines.of(states.at(delivery).orElseThrow(), supposed, posted);
  }

  private List<RowChange> causes(Sum sum, int delivery) {
    List<Trial> tried =
        trials.computeIfAbsent(delivery, this::trials).stream()
            .filter(trial -> trial.about().test(sum))
            .toList();
    List<RowChange> needed = changes(tried, trial -> !trial.without().of(sum).equals(now.of(sum)));
    List<RowChange> enough =
        needed.isEmpty() ? changes(tried, trial -> trial.alone().get().differsIn(sum)) : needed;
    return enough.isEmpty() ? changes(tried, trial -> true) : enough;
  }

  private static List<RowChange> changes(List<Trial> trials, Predicate<Trial> chosen) {
    return trials.stream().filter(chosen).flatMap(trial -> trial.changes().stream()).toList();
  }

  private List<Trial> trials(int delivery) {
    List<Trial> all = new ArrayList<>();
    for (RowChange change : unit.changes(delivery, states.asked().known())) {
      all.add(
          new Trial(
              sum -> true,
              List.of(change),
              UnitLines.of(states.asked(), with(rows, change.after(), change.before()), posted),
              () -> alone(delivery, change)));
    }
    List<RowChange> standards = states.changesSince(KnownStates.STANDARDS, delivery);
    if (!standards.isEmpty()) {
      all.add(reference(sum -> true, standards, states.withStandardsOf(delivery)));
    }
    payerRules(delivery)
        .forEach(
            (clause, rules) ->
                all.add(
                    reference(
                        sum -> sum.clause().equals(clause), rules, states.withPayersOf(delivery))));
    return all;
  }

  private UnitLines alone(int delivery, RowChange change) {
    List<StoredRow> then = unit.at(delivery).rows();
    return linesAt(delivery, with(then, change.before(), change.after()));
  }

  private Trial reference(Predicate<Sum> about, List<RowChange> changes, RunState before) {
    return new Trial(about, changes, UnitLines.of(before, rows, posted), () -> UnitLines.NONE);
  }

  private Map<String, List<RowChange>> payerRules(int delivery) {
    Map<String, List<RowChange>> byClause = new TreeMap<>();
    for (RowChange change : states.changesSince(KnownStates.PAYERS, delivery)) {
      byClause.computeIfAbsent(clause(change), c -> new ArrayList<>()).add(change);
    }
    return byClause;
  }

  private static String clause(RowChange payerRule) {
    StoredRow row = payerRule.after() != null ? payerRule.after() : payerRule.before();
    return row.value("条款");
  }

  private static List<StoredRow> with(List<StoredRow> rows, StoredRow out, StoredRow in) {
    List<StoredRow> supposed = new ArrayList<>(rows);
    supposed.removeIf(row -> isSame(row, out));
    if (in != null) {
      supposed.add(in);
    }
    return supposed;
  }

  private static boolean isSame(StoredRow row, StoredRow other) {
    return other != null
        && row.row().table().equals(other.row().table())
        && row.row().key().equals(other.row().key());
  }
}
