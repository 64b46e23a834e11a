package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The posted lines of a unit, in the order of their numbers. */
final class UnitHistory {
  private final Map<Slot, List<PostedLine>> standing = new LinkedHashMap<>();
  private final Map<Slot.Place, String> firstTowns = new HashMap<>();
  private final Map<Slot.Sum, PostedLine> latest = new HashMap<>();
  private final Map<LineKey, Integer> revisions = new HashMap<>();
  private final Map<String, CorrectionReason> reversed = new HashMap<>();

  UnitHistory(List<PostedLine> posted, PayerRules payers) {
    posted.stream()
        .map(PostedLine::line)
        .filter(line -> line.originalLineNo() != null)
        .forEach(line -> reversed.put(line.originalLineNo(), line.correction()));
    posted.stream()
        .sorted(Comparator.comparing(PostedLine::lineNo))
        .forEach(line -> add(line, payers));
  }

  private void add(PostedLine posted, PayerRules payers) {
    LedgerLine line = posted.line();
    Slot slot = Slot.of(line.key(), payers);
    firstTowns.putIfAbsent(slot.place(), line.town());
    nextRevision(line.key());
    if (line.amountFen() > 0) {
      latest.put(slot.sum(), posted);
      if (!reversed.containsKey(posted.lineNo())) {
        standing.computeIfAbsent(slot, s -> new ArrayList<>()).add(posted);
      }
    }
  }

  /** Slots with a line that nothing reversed. */
  Set<Slot> slots() {
    return standing.keySet();
  }

  List<PostedLine> standing(Slot slot) {
    return standing.getOrDefault(slot, List.of());
  }

  /** The filing town when the sum was first posted in the household; null when it never was. */
  String firstTown(Slot.Place place) {
    return firstTowns.get(place);
  }

  /** The last line ever posted for a sum, reversed or not; null when there was none. */
  PostedLine latest(Slot.Sum sum) {
    return latest.get(sum);
  }

  /** Why a line was reversed; null when it stands. */
  CorrectionReason whyReversed(PostedLine posted) {
    return reversed.get(posted.lineNo());
  }

  int nextRevision(LineKey key) {
    return revisions.merge(key, 1, Integer::sum) - 1;
  }
}
