package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import bangfu.engine.fold.Accrual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The difference of one unit while it is worked out; used once. */
final class UnitPosting {
  private final Posting posting;
  private final FilingFacts facts;
  private final Function<PostedLine, CorrectionReason> correction;
  private final UnitHistory history;
  private final Map<Slot, CorrectionReason> bySlot = new HashMap<>();
  private final Map<Slot.Sum, CorrectionReason> bySum = new HashMap<>();
  private final List<LedgerLine> lines = new ArrayList<>();

  UnitPosting(
      Posting posting,
      FilingFacts facts,
      Function<PostedLine, CorrectionReason> correction,
      UnitHistory history) {
    this.posting = posting;
    this.facts = facts;
    this.correction = correction;
    this.history = history;
  }

  List<LedgerLine> lines(List<Accrual> accruals) {
    Map<Slot, Due> dues = new LinkedHashMap<>();
    accruals.forEach(a -> dues.merge(Slot.of(a), Due.of(a), Due::plus));
    Map<Slot, Change> changes = changes(dues);
    changes.forEach(this::reverse);
    changes.forEach((slot, change) -> post(slot, dues.get(slot), change.missingFen()));
    lines.sort(LedgerLine.ORDER);
    return lines;
  }

  private Map<Slot, Change> changes(Map<Slot, Due> dues) {
    Set<Slot> slots = new LinkedHashSet<>(history.slots());
    slots.addAll(dues.keySet());
    Map<Slot, Change> changes = new LinkedHashMap<>();
    for (Slot slot : slots) {
      Due due = dues.get(slot);
      long dueFen = due == null ? 0 : due.amountFen();
      Payer payer = due == null ? null : payer(slot, due);
      changes.put(slot, Change.of(history.standing(slot), dueFen, payer));
    }
    return changes;
  }

  private Payer payer(Slot slot, Due due) {
    String first = history.firstTown(slot.place());
    return posting
        .payers()
        .of(slot.sum().clause(), slot.sum().namedLevel(), due.accruedOn())
        .in(first == null ? facts.town(slot.place().household()) : first);
  }

  private void reverse(Slot slot, Change change) {
    change.reduced().forEach(line -> reverse(slot, line, correction.apply(line)));
    change.relabelled().forEach(line -> reverse(slot, line, CorrectionReason.PAYER));
  }

  private void reverse(Slot slot, PostedLine posted, CorrectionReason why) {
    LedgerLine line = posted.line();
    lines.add(line.reversedBy(posted.lineNo(), history.nextRevision(line.key()), why));
    bySlot.putIfAbsent(slot, why);
    bySum.putIfAbsent(slot.sum(), why);
  }

  private void post(Slot slot, Due due, long amountFen) {
    if (amountFen == 0) {
      return;
    }
    String household = slot.place().household();
    String subject = slot.sum().subject();
    LineKey key = slot.paidBy(payer(slot, due));
    lines.add(
        new LedgerLine(
            key,
            history.nextRevision(key),
            facts.town(household),
            facts.village(household),
            subject.equals(household) ? facts.headName(household) : facts.personName(subject),
            posting.titles().apply(key.clause()),
            due.accruedOn(),
            amountFen,
            null,
            posting.reasonOf(due.accruedOn()),
            whyReplaced(slot),
            due.evidenceText()));
  }

  /**
   * The fact that changed: what reverses the sum now, or once did so; null for a sum that was never
   * posted before, which corrects nothing.
   */
  private CorrectionReason whyReplaced(Slot slot) {
    CorrectionReason reversedNow = bySlot.getOrDefault(slot, bySum.get(slot.sum()));
    PostedLine before = history.latest(slot.sum());
    if (reversedNow != null || before == null) {
      return reversedNow;
    }
    CorrectionReason reversedOnce = history.whyReversed(before);
    return reversedOnce != null ? reversedOnce : correction.apply(before);
  }
}
