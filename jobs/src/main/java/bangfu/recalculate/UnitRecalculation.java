package bangfu.recalculate;

import bangfu.assess.AssessedUnit;
import bangfu.assess.CorrectionReason;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.PostedLine;
import bangfu.register.RowChange;
import bangfu.register.UnitVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares one unit with its ledger. */
final class UnitRecalculation {
  private final KnownStates states;
  private final Facts facts;

  UnitRecalculation(KnownStates states, Facts facts) {
    this.states = states;
    this.facts = facts;
  }

  /**
   * The sums that differ, by household, clause, subject and period.
   *
   * @param assessed the unit in the state asked for
   * @param posted every line of its households up to the month
   */
  List<Difference> differences(UnitVersions unit, AssessedUnit assessed, List<PostedLine> posted) {
    List<LedgerLine> lines = states.asked().lines(assessed, posted);
    if (lines.isEmpty()) {
      return List.of();
    }
    UnitLines now = UnitLines.of(lines);
    Map<Sum, List<RowChange>> causes = new Causes(unit, posted, states, now).find();
    Map<Sum, List<LedgerLine>> bySum = new LinkedHashMap<>();
    now.bySum().keySet().forEach(sum -> bySum.put(sum, new ArrayList<>()));
    lines.forEach(line -> bySum.get(Sum.of(line.key())).add(line));
    List<Difference> differences = new ArrayList<>();
    bySum.forEach(
        (sum, ofSum) ->
            differences.add(
                difference(unit, sum, ofSum, posted, causes.getOrDefault(sum, List.of()))));
    return differences;
  }

  private Difference difference(
      UnitVersions unit,
      Sum sum,
      List<LedgerLine> lines,
      List<PostedLine> posted,
      List<RowChange> causes) {
    LedgerLine line = lines.get(lines.size() - 1);
    long oldFen =
        posted.stream()
            .filter(old -> Sum.of(old).equals(sum))
            .mapToLong(old -> old.line().amountFen())
            .sum();
    return new Difference(
        unit.unit(),
        sum.household(),
        sum.subject(),
        line.subjectName(),
        sum.clause(),
        line.title(),
        sum.period(),
        oldFen,
        oldFen + lines.stream().mapToLong(LedgerLine::amountFen).sum(),
        correction(lines),
        causes.stream().map(facts::of).toList());
  }

  private static String correction(List<LedgerLine> lines) {
    return lines.stream()
        .map(LedgerLine::correction)
        .filter(Objects::nonNull)
        .findFirst()
        .map(CorrectionReason::name)
        .orElse("");
  }
}
