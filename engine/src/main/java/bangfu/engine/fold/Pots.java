package bangfu.engine.fold;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Limit;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the claims of one unit have drawn so far. */
final class Pots {

  /** Who drew first, and how much has been drawn in all, fen, and by whom. */
  private static final class Pot {
    final Candidate first;
    final List<Explanation.Drawn> drawn = new ArrayList<>();
    long drawnFen;

    Pot(Candidate first) {
      this.first = first;
    }
  }

  private final Map<Claim, List<Limit>> limits = new HashMap<>();
  private final Map<String, Pot> pots = new HashMap<>();
  private final Map<String, Claim> pendingClaims = new HashMap<>();
  private final Map<String, Fact> doubtfulFacts = new HashMap<>();

  Pots(Collection<Limit> all) {
    for (Limit limit : all) {
      limits.computeIfAbsent(limit.claim(), claim -> new ArrayList<>()).add(limit);
    }
    limits.values().forEach(ofClaim -> ofClaim.sort(Limit.ORDER));
  }

  private List<Limit> limitsOf(Candidate candidate) {
    return limits.getOrDefault(candidate.claim(), List.of());
  }

  /** The code of the limit that leaves nothing for this candidate, or null. */
  String refusal(Candidate candidate, int day) {
    for (Limit limit : limitsOf(candidate)) {
      Pot pot = pots.get(limit.pot(candidate.setting(), day));
      if (pot != null && isSpent(limit, pot, candidate, day)) {
        return limit.code(pot.first.household().equals(candidate.household()));
      }
    }
    return null;
  }

  private static boolean isSpent(Limit limit, Pot pot, Candidate candidate, int day) {
    if (limit.cap() != null) {
      return pot.drawnFen >= limit.cap().fenOn(candidate.setting(), day);
    }
    boolean sameFact =
        limit.isSharedByFact() && pot.first.claim().about() == candidate.claim().about();
    boolean sameHousehold =
        limit.isSharedByHousehold() && pot.first.household().equals(candidate.household());
    return !sameFact && !sameHousehold;
  }

  /** The part of an amount, fen, that the sums leave; draws it. */
  long draw(Candidate candidate, int day, long amountFen) {
    long left = amountFen;
    for (Limit limit : limitsOf(candidate)) {
      if (limit.cap() != null) {
        Pot pot = pots.get(limit.pot(candidate.setting(), day));
        long drawn = pot == null ? 0 : pot.drawnFen;
        left = Math.min(left, limit.cap().fenOn(candidate.setting(), day) - drawn);
      }
    }
    for (Limit limit : limitsOf(candidate)) {
      String key = limit.pot(candidate.setting(), day);
      Pot pot = pots.computeIfAbsent(key, k -> new Pot(candidate));
      pot.drawnFen += left;
      if (limit.cap() != null) {
        pot.drawn.add(
            new Explanation.Drawn(
                candidate.claim().clause(),
                candidate.household(),
                candidate.claim().item(),
                LocalDate.ofEpochDay(day),
                left));
      }
    }
    return left;
  }

  /**
   * What a cap takes away of an amount, fen, with what has been drawn so far; null when none does.
   *
   * @param setting of the candidate, to work the cap out in
   */
  Explanation.Cut cut(Candidate candidate, Setting setting, int day, long wantedFen) {
    for (Limit limit : limitsOf(candidate)) {
      if (limit.cap() != null) {
        Pot pot = pots.get(limit.pot(candidate.setting(), day));
        long cap = limit.cap().fenOn(setting, day);
        if (wantedFen > cap - (pot == null ? 0 : pot.drawnFen)) {
          return new Explanation.Cut(
              wantedFen, cap, pot == null ? List.of() : List.copyOf(pot.drawn));
        }
      }
    }
    return null;
  }

  /**
   * Lets the first doubtful fact of each shared pot be the pending one. Candidates in {@link
   * Candidate#DOUBT_ORDER}.
   */
  void chooseDoubtfulFacts(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      for (Limit limit : limitsOf(candidate)) {
        if (limit.isPendingOnce() && limit.isSharedByFact()) {
          String pot = limit.pot(candidate.setting(), candidate.firstPossibleDay());
          doubtfulFacts.putIfAbsent(pot, candidate.claim().about());
        }
      }
    }
  }

  /** True when no pot of the candidate, none of which is spent, waits for an earlier candidate. */
  boolean admitsPending(Candidate candidate) {
    int day = candidate.firstPossibleDay();
    return limitsOf(candidate).stream()
        .filter(Limit::isPendingOnce)
        .allMatch(limit -> isPendingOne(limit, candidate, limit.pot(candidate.setting(), day)));
  }

  /** The clause of the candidate that a candidate which is not admitted waits with. */
  String pendingWith(Candidate candidate) {
    int day = candidate.firstPossibleDay();
    for (Limit limit : limitsOf(candidate)) {
      String pot = limit.pot(candidate.setting(), day);
      if (limit.isPendingOnce() && !isPendingOne(limit, candidate, pot)) {
        Claim first = pendingClaims.get(pot + '|' + candidate.household());
        return first == null ? candidate.claim().clause() : first.clause();
      }
    }
    return "";
  }

  private boolean isPendingOne(Limit limit, Candidate candidate, String pot) {
    return limit.isSharedByFact()
        ? doubtfulFacts.get(pot) == candidate.claim().about()
        : pendingClaims.computeIfAbsent(pot + '|' + candidate.household(), key -> candidate.claim())
            == candidate.claim();
  }

  /** True when the fact has drawn in this stay of the person, and no other fact may beside it. */
  boolean hasDrawnAlone(Candidate candidate) {
    int day = candidate.period().firstDay();
    for (Limit limit : limitsOf(candidate)) {
      Pot pot = pots.get(limit.pot(candidate.setting(), day));
      if (limit.isSharedByFact()
          && pot != null
          && Candidates.about(pot.first).equals(Candidates.about(candidate))) {
        return true;
      }
    }
    return false;
  }

  /** The code of a limit that explains a refusal better, or the refusal's own. */
  String explained(Candidate candidate, String code) {
    int day = candidate.period().firstDay();
    for (Limit limit : limitsOf(candidate)) {
      Pot pot = pots.get(limit.pot(candidate.setting(), day));
      if (limit.speaksFor(code) && pot != null && isSpent(limit, pot, candidate, day)) {
        return limit.code(true);
      }
    }
    return code;
  }
}
