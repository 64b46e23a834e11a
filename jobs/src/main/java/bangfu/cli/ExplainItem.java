package bangfu.cli;

import bangfu.engine.fact.Source;
import bangfu.engine.fold.Explanation;
import bangfu.ledger.PostedLine;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * One sum with all that is said about it.
 *
 * @param lines the ledger's, by number; those of corrections too
 * @param rates the parameters it was worked out with, as in force on its day
 */
record ExplainItem(Explanation why, List<PostedLine> lines, List<ParameterValue> rates) {

  /** The parameters that a sum was worked out with, as in force on its day. */
  static List<ParameterValue> rates(Explanation why, Policy policy) {
    return why.parameters().stream()
        .map(name -> policy.parameter(name, why.day()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The condition that failed; null when none did. */
  Explanation.Word failed() {
    return why.words().stream().filter(word -> !word.holds()).findFirst().orElse(null);
  }

  /** True when another period gives nothing for the same reason, so that one line says both. */
  boolean isAlike(ExplainItem other) {
    return why.verdict() == Explanation.Verdict.REFUSED
        && other.why.verdict() == Explanation.Verdict.REFUSED
        && lines.isEmpty()
        && other.lines.isEmpty()
        && why.clause().equals(other.why.clause())
        && why.subject().equals(other.why.subject())
        && why.code().equals(other.why.code());
  }

  /** True when another period is due for the very same reasons, by the very same rows. */
  boolean isDueAlike(ExplainItem other) {
    return why.clause().equals(other.why.clause())
        && why.subject().equals(other.why.subject())
        && rates.equals(other.rates)
        && why.rows().equals(other.why.rows())
        && proofs().equals(other.proofs());
  }

  private Map<String, List<Source>> proofs() {
    Map<String, List<Source>> proofs = new LinkedHashMap<>();
    why.words().forEach(word -> proofs.put(word.name(), word.proof()));
    return proofs;
  }

  /** Periods one after another that are alike come as one list. */
  static List<List<ExplainItem>> grouped(
      List<ExplainItem> items, BiPredicate<ExplainItem, ExplainItem> alike) {
    List<List<ExplainItem>> groups = new ArrayList<>();
    for (ExplainItem item : items) {
      List<ExplainItem> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && alike.test(last.get(0), item)) {
        last.add(item);
      } else {
        groups.add(new ArrayList<>(List.of(item)));
      }
    }
    return groups;
  }

  /** The least and the most that something pending comes to, in words. */
  static String bounds(Explanation why, Terminal terminal) {
    String bounds =
        why.leastFen() == null || why.mostFen() == null
            ? terminal.text("explain.no-bound")
            : terminal.text(
                why.leastFen().equals(why.mostFen()) ? "explain.exact" : "explain.bounds",
                Yuan.format(why.leastFen()),
                Yuan.format(why.mostFen()));
    return why.countedIn().isEmpty()
        ? bounds
        : bounds + terminal.text("explain.counted-in", why.countedIn());
  }

  String periodText() {
    return periodText(why);
  }

  /** 归属期间; for a state the day on which it was looked at. */
  static String periodText(Explanation why) {
    return why.period().id().isEmpty()
        ? LocalDate.ofEpochDay(why.period().firstDay()).toString()
        : why.period().id();
  }
}
