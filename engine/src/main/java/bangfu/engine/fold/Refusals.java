package bangfu.engine.fold;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Context;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why nothing came of the claims: the code of the first condition, in the clause's order, that
 * leaves no day of the period. Of several claims or households, the one that came furthest speaks;
 * but where only one fact may give something, that fact: what it does not give, no other gives.
 */
final class Refusals {
  /** All conditions hold. */
  private static final int ALL_HOLD = Integer.MAX_VALUE - 1;

  /** Ahead of all others. */
  private static final int FIRST = Integer.MAX_VALUE;

  /** Which of two refusals that came equally far speaks. */
  private static final Comparator<Refusal> HOUSEHOLD_CODE_DAY =
      Comparator.comparing(Refusal::household, CodePoints.ORDER)
          .thenComparing(Refusal::code)
          .thenComparingInt(refusal -> refusal.period().firstDay());

  /**
   * Why a claim gives nothing.
   *
   * @param rank the highest of a period speaks
   * @param failed index of the condition that failed, or {@link #ALL_HOLD}
   */
  private record Reason(int rank, int failed, Refusal refusal, Candidate candidate) {}

  private final Context context;
  private final Pots pots;
  private final Set<Entitlement> decided;
  private final Map<Entitlement, String> refusedByLimit;
  private final DaySet window;
  private final DaySet eventWindow;
  private final Map<Entitlement, Reason> reasons = new HashMap<>();
  private final Map<Entitlement, Reason> unworded = new HashMap<>();

  /**
   * @param decided what is granted or pending
   * @param from first day asked about, epoch day
   * @param eventsFrom first day of the dated events asked about, epoch day
   */
  Refusals(
      Context context,
      Pots pots,
      Set<Entitlement> decided,
      Map<Entitlement, String> refusedByLimit,
      int from,
      int eventsFrom) {
    this.context = context;
    this.pots = pots;
    this.decided = decided;
    this.refusedByLimit = refusedByLimit;
    this.window = DaySet.between(from, context.asOf());
    this.eventWindow = DaySet.between(eventsFrom, context.asOf());
  }

  List<Refusal> of(Collection<Claim> claims) {
    for (Claim claim : claims) {
      for (Membership membership : claim.memberships()) {
        Setting setting = new Setting(context, claim, membership);
        if (setting.household() != null) {
          explain(setting);
        }
      }
    }
    List<Refusal> refusals = new ArrayList<>();
    for (Reason reason : reasons.values()) {
      refusals.add(reason.refusal());
    }
    refusals.sort(
        Comparator.comparing(Refusal::clause)
            .thenComparing(Refusal::subject)
            .thenComparing(refusal -> refusal.period().firstDay())
            .thenComparing(Refusal::item, CodePoints.ORDER));
    return refusals;
  }

  /** Tells why each refusal came about; after {@link #of}. */
  void explainTo(Explainer explainer) {
    reasons
        .values()
        .forEach(
            reason ->
                explainer.refused(reason.candidate(), reason.refusal().code(), reason.failed()));
  }

  /** Tells of the claims that a condition without a word ends, but for those with an answer. */
  void explainRestTo(Explainer explainer, Set<Entitlement> answered) {
    unworded.forEach(
        (key, reason) -> {
          if (!answered.contains(key)) {
            explainer.notConcerned(reason.candidate(), reason.failed());
          }
        });
  }

  Set<Entitlement> refused() {
    return reasons.keySet();
  }

  private void explain(Setting setting) {
    List<Holding> holdings = new ArrayList<>();
    for (Condition condition : setting.claim().conditions()) {
      holdings.add(condition.in(setting));
    }
    DaySet asked = setting.claim().cadence() == null ? eventWindow : window;
    for (Period period : setting.claim().periodsTouching(asked, context.asOf())) {
      Candidate candidate = candidate(setting, period);
      if (!decided.contains(candidate.key())) {
        explain(candidate, holdings);
      }
    }
  }

  private static Candidate candidate(Setting setting, Period period) {
    Household where = setting.household();
    String subject = setting.claim().subjectIn(where);
    DaySet days = period.days();
    return new Candidate(
        setting, where.number(), subject, period, days, days, List.of(), List.of());
  }

  private void explain(Candidate candidate, List<Holding> holdings) {
    DaySet left = candidate.possible().and(DaySet.until(context.asOf()));
    for (int i = 0; i < holdings.size(); i++) {
      left = left.and(holdings.get(i).days());
      if (left.isEmpty()) {
        String code = holdings.get(i).absence().apply(candidate.period());
        if (code == null) {
          note(unworded, candidate, i, i, "");
        } else {
          int rank = pots.hasDrawnAlone(candidate) ? FIRST : i;
          note(reasons, candidate, rank, i, pots.explained(candidate, code));
        }
        return;
      }
    }
    String byLimit = refusedByLimit.get(candidate.key());
    if (byLimit != null) {
      note(reasons, candidate, ALL_HOLD, ALL_HOLD, byLimit);
    }
  }

  private static void note(
      Map<Entitlement, Reason> notes, Candidate candidate, int rank, int failed, String code) {
    Refusal refusal =
        new Refusal(
            candidate.claim().clause(),
            candidate.household(),
            candidate.subject(),
            candidate.claim().item(),
            candidate.period(),
            code);
    notes.merge(
        candidate.key(),
        new Reason(rank, failed, refusal, candidate),
        (holder, challenger) -> isBetter(challenger, holder) ? challenger : holder);
  }

  private static boolean isBetter(Reason challenger, Reason holder) {
    if (challenger.rank() != holder.rank()) {
      return challenger.rank() > holder.rank();
    }
    return HOUSEHOLD_CODE_DAY.compare(challenger.refusal(), holder.refusal()) < 0;
  }
}
