package bangfu.cli;

import bangfu.batch.Explaining;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fold.Explanation;
import bangfu.ledger.LineKey;
import bangfu.ledger.PostedLine;
import bangfu.rules.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sums of a unit are asked about.
 *
 * @param person null = all
 * @param clause null = all
 * @param lines numbers of ledger lines; null = all sums, with a line or without
 */
record ExplainSelection(String household, String person, String clause, Set<String> lines) {

  /** The sums, by clause, subject and period. */
  List<ExplainItem> of(Explaining.Answer answer, Policy policy) {
    Set<String> subjects = subjects(answer);
    List<ExplainItem> items = new ArrayList<>();
    for (Explanation why : answer.explanations()) {
      boolean here = why.household().isEmpty() || why.household().equals(household);
      boolean told = why.verdict() != Explanation.Verdict.NOT_CONCERNED;
      if (told && here && subjects.contains(why.subject()) && isAsked(why)) {
        ExplainItem item = new ExplainItem(why, lines(answer, why), ExplainItem.rates(why, policy));
        if (lines == null || item.lines().stream().anyMatch(l -> lines.contains(l.lineNo()))) {
          items.add(item);
        }
      }
    }
    items.sort(
        Comparator.comparing((ExplainItem item) -> item.why().clause())
            .thenComparing(item -> item.why().subject())
            .thenComparing(item -> item.why().period().firstDay())
            .thenComparing(item -> item.why().item()));
    return items;
  }

  /** Clauses that nobody in the household is concerned by. */
  List<String> notConcerned(Explaining.Answer answer, Policy policy) {
    Set<String> concerned = new HashSet<>();
    answer.explanations().stream()
        .filter(why -> why.verdict() != Explanation.Verdict.NOT_CONCERNED)
        .forEach(why -> concerned.add(why.clause()));
    return policy.clauses().values().stream()
        .filter(c -> c.status().needsRule() && !concerned.contains(c.id()))
        .map(c -> c.id())
        .toList();
  }

  private boolean isAsked(Explanation why) {
    return (person == null || why.subject().equals(person))
        && (clause == null || why.clause().equals(clause));
  }

  private Set<String> subjects(Explaining.Answer answer) {
    Set<String> subjects = new HashSet<>(Set.of(household));
    for (Person member : answer.unit().persons()) {
      for (Membership membership : member.memberships()) {
        if (membership.household().number().equals(household)) {
          subjects.add(member.id());
        }
      }
    }
    return subjects;
  }

  private List<PostedLine> lines(Explaining.Answer answer, Explanation why) {
    return answer.lines().stream()
        .filter(line -> isOf(line.line().key(), why))
        .sorted(Comparator.comparing(PostedLine::lineNo))
        .toList();
  }

  private boolean isOf(LineKey key, Explanation why) {
    return key.household().equals(household)
        && key.clause().equals(why.clause())
        && key.subject().equals(why.subject())
        && key.period().equals(why.period().id());
  }
}
