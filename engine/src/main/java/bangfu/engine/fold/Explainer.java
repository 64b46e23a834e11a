package bangfu.engine.fold;

import bangfu.engine.claim.Condition;
import bangfu.engine.claim.Context;
import bangfu.engine.claim.Holding;
import bangfu.engine.claim.Outcome;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Source;
import bangfu.engine.time.DaySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Collects how each sum was decided while the fold decides it. */
final class Explainer {
  private static final int ALL_HOLD = Integer.MAX_VALUE;

  private final Context context;
  private final Pots pots;
  private final List<Explanation> explanations = new ArrayList<>();

  Explainer(Context context, Pots pots) {
    this.context = context;
    this.pots = pots;
  }

  /** A sum that is due, all shares together; before it draws on its pots. */
  void granted(Candidate candidate, Outcome.Payment payment, int day) {
    TreeSet<String> parameters = new TreeSet<>();
    Setting watched = candidate.setting().watched(parameters::add);
    long wanted = fen(payment, watched, day);
    TreeSet<String> ofCaps = new TreeSet<>();
    Explanation.Cut cut =
        pots.cut(candidate, candidate.setting().watched(ofCaps::add), day, wanted);
    long fen = wanted;
    if (cut != null) {
      parameters.addAll(ofCaps);
      fen = cut.capFen() - cut.drawn().stream().mapToLong(Explanation.Drawn::fen).sum();
    }
    LocalDate accrued = LocalDate.ofEpochDay(day);
    explanations.add(
        new Explanation(
            candidate.claim().clause(),
            candidate.household(),
            candidate.subject(),
            candidate.claim().item(),
            candidate.period(),
            Explanation.Verdict.GRANTED,
            "",
            words(candidate, ALL_HOLD),
            Candidates.evidence(candidate, day),
            accrued,
            List.copyOf(parameters),
            fen,
            fen,
            "",
            cut));
  }

  private static long fen(Outcome.Payment payment, Setting setting, int day) {
    long fen = 0;
    for (Outcome.Share share : payment.shares()) {
      fen += share.amount().fenOn(setting, day);
    }
    return fen;
  }

  /**
   * A place on a list.
   *
   * @param countedIn the household in which the person is listed; empty = in this one
   */
  void listed(Candidate candidate, String action, String countedIn) {
    add(candidate, Explanation.Verdict.LISTED, action, ALL_HOLD, null, null, countedIn, null);
  }

  /**
   * A sum that waits.
   *
   * @param countedIn the clause under which the sum is pending; empty = under its own
   */
  void pending(Candidate candidate, PendingItem item, String countedIn) {
    add(
        candidate,
        Explanation.Verdict.PENDING,
        item.code(),
        ALL_HOLD,
        item.leastFen(),
        item.mostFen(),
        countedIn,
        null);
  }

  /**
   * A refusal.
   *
   * @param failed index of the condition that failed; larger when a limit refused
   */
  void refused(Candidate candidate, String code, int failed) {
    boolean byLimit = failed >= candidate.claim().conditions().size();
    add(
        candidate,
        Explanation.Verdict.REFUSED,
        code,
        failed,
        null,
        null,
        "",
        byLimit ? cut(candidate) : null);
  }

  /** Null when it was no cap, or the amount is not known. */
  private Explanation.Cut cut(Candidate candidate) {
    int day = candidate.period().firstDay();
    if (!(candidate.claim().outcome() instanceof Outcome.Payment payment)
        || payment.shares().stream()
            .anyMatch(share -> share.amount().fenOn(candidate.setting(), day) == null)) {
      return null;
    }
    return pots.cut(candidate, candidate.setting(), day, fen(payment, candidate.setting(), day));
  }

  /**
   * Nothing, and no code for it.
   *
   * @param failed index of the condition that failed
   */
  void notConcerned(Candidate candidate, int failed) {
    add(candidate, Explanation.Verdict.NOT_CONCERNED, "", failed, null, null, "", null);
  }

  private void add(
      Candidate candidate,
      Explanation.Verdict verdict,
      String code,
      int failed,
      Long leastFen,
      Long mostFen,
      String countedIn,
      Explanation.Cut cut) {
    explanations.add(
        new Explanation(
            candidate.claim().clause(),
            candidate.household(),
            candidate.subject(),
            candidate.claim().item(),
            candidate.period(),
            verdict,
            code,
            words(candidate, failed),
            Candidates.about(candidate),
            null,
            List.of(),
            leastFen,
            mostFen,
            countedIn,
            cut));
  }

  private List<Explanation.Word> words(Candidate candidate, int failed) {
    DaySet period = candidate.period().days().and(DaySet.until(context.asOf()));
    List<Explanation.Word> words = new ArrayList<>();
    List<Condition> conditions = candidate.claim().conditions();
    for (int i = 0; i < conditions.size() && i <= failed; i++) {
      Holding holding = conditions.get(i).in(candidate.setting());
      DaySet days = holding.days().and(period);
      words.add(
          new Explanation.Word(
              conditions.get(i).name(), days, i != failed, proof(holding.proof(), period)));
    }
    return List.copyOf(words);
  }

  private static List<Source> proof(List<? extends Fact> facts, DaySet period) {
    TreeSet<Source> sources = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact.days().meets(period) && !fact.source().equals(Source.NONE)) {
        sources.add(fact.source());
      }
    }
    return List.copyOf(sources);
  }

  List<Explanation> sorted() {
    explanations.sort(
        Comparator.comparing(Explanation::clause)
            .thenComparing(Explanation::subject)
            .thenComparing(e -> e.period().firstDay())
            .thenComparing(Explanation::item, CodePoints.ORDER));
    return List.copyOf(explanations);
  }
}
