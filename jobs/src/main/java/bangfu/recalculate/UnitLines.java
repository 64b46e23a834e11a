package bangfu.recalculate;

import bangfu.batch.RunState;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.LineKey;
import bangfu.ledger.PostedLine;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines by which a unit's ledger differs from what would be due, sum by sum.
 *
 * @param bySum sums that agree are left out
 */
record UnitLines(Map<Sum, List<Line>> bySum) {
  static final UnitLines NONE = new UnitLines(Map.of());

  private static final Comparator<Sum> ORDER =
      Comparator.comparing(Sum::household)
          .thenComparing(Sum::clause)
          .thenComparing(Sum::subject)
          .thenComparing(Sum::period);

  /** A line without what proves it, so that two supposed worlds can be compared. */
  record Line(LineKey key, long amountFen, String originalLineNo) {
    static Line of(LedgerLine line) {
      return new Line(line.key(), line.amountFen(), line.originalLineNo());
    }
  }

  /** If only these rows were true. */
  static UnitLines of(RunState state, List<StoredRow> rows, List<PostedLine> posted) {
    return of(state.linesWithoutReason(state.assessor().assess(rows), posted));
  }

  static UnitLines of(List<LedgerLine> lines) {
    Map<Sum, List<Line>> bySum = new TreeMap<>(ORDER);
    lines.forEach(
        line ->
            bySum.computeIfAbsent(Sum.of(line.key()), s -> new ArrayList<>()).add(Line.of(line)));
    return new UnitLines(bySum);
  }

  List<Line> of(Sum sum) {
    return bySum.getOrDefault(sum, List.of());
  }

  boolean differsIn(Sum sum) {
    return bySum.containsKey(sum);
  }
}
