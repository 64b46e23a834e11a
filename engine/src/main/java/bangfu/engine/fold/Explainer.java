package bangfu.engine.fold;

import bangfu.engine.claim.Amount;
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
  private final Context context;
  private final List<Explanation> explanations = new ArrayList<>();

  Explainer(Context context) {
    this.context = context;
  }

  void granted(Candidate candidate, Outcome.Payment payment, int day) {
    TreeSet<String> parameters = new TreeSet<>();
    Setting watched = candidate.setting().watched(parameters::add);
    for (Outcome.Share share : payment.shares()) {
      Amount amount = share.amount();
      amount.fenOn(watched, day);
    }
    add(
        candidate,
        Explanation.Verdict.GRANTED,
        "",
        Integer.MAX_VALUE,
        LocalDate.ofEpochDay(day),
        List.copyOf(parameters));
  }

  void listed(Candidate candidate, String action) {
    add(candidate, Explanation.Verdict.LISTED, action, Integer.MAX_VALUE, null, List.of());
  }

  void pending(Candidate candidate, String code) {
    add(candidate, Explanation.Verdict.PENDING, code, Integer.MAX_VALUE, null, List.of());
  }

  /**
   * A refusal.
   *
   * @param failed index of the condition that failed; larger when a limit refused
   */
  void refused(Candidate candidate, String code, int failed) {
    add(candidate, Explanation.Verdict.REFUSED, code, failed, null, List.of());
  }

  private void add(
      Candidate candidate,
      Explanation.Verdict verdict,
      String code,
      int failed,
      LocalDate day,
      List<String> parameters) {
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
            day != null
                ? Candidates.evidence(candidate, DaySet.day(day))
                : Candidates.about(candidate),
            day,
            parameters));
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
