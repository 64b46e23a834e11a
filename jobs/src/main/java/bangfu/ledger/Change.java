package bangfu.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the standing lines of a slot.
 *
 * @param relabelled unsent lines whose payer rule changed
 * @param reduced lines of which less than the whole is due
 * @param missingFen what is due beyond the lines that stay, 0 or more
 */
record Change(List<PostedLine> relabelled, List<PostedLine> reduced, long missingFen) {

  /**
   * @param standing lines that nothing reversed, by line number
   * @param dueFen 0 or more
   * @param payer who pays what is due today; null when nothing is due
   */
  static Change of(List<PostedLine> standing, long dueFen, Payer payer) {
    List<PostedLine> relabelled =
        standing.stream()
            .filter(line -> payer != null && !line.sent())
            .filter(line -> !line.line().key().payer().equals(payer))
            .toList();
    List<PostedLine> kept = new ArrayList<>(standing);
    kept.removeAll(relabelled);
    List<PostedLine> reduced = new ArrayList<>();
    while (sumFen(kept) > dueFen) {
      reduced.add(kept.remove(lastUnsentElseLast(kept)));
    }
    return new Change(relabelled, reduced, dueFen - sumFen(kept));
  }

  private static int lastUnsentElseLast(List<PostedLine> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!lines.get(i).sent()) {
        return i;
      }
    }
    return lines.size() - 1;
  }

  private static long sumFen(List<PostedLine> lines) {
    return lines.stream().mapToLong(line -> line.line().amountFen()).sum();
  }
}
