package bangfu.explain;

import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Explanation;
import bangfu.engine.fold.Explanation.Verdict;
import bangfu.ledger.LineKey;
import bangfu.ledger.PostedLine;
import bangfu.rules.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answers of one unit: for each subject and each clause that decides about persons or
 * households one for each period. What the assessment recorded is taken as it is; where it recorded
 * nothing, no rule had anything to decide, and one answer says so for all days.
 */
final class UnitAnswers {
  private final List<Clause> clauses;
  private final Set<String> undecided;
  private final int firstDay;
  private final int asOf;
  private final Map<String, Map<String, Map<List<String>, Answer>>> recorded = new HashMap<>();
  private final Map<List<String>, Map<String, Long>> posted = new HashMap<>();

  /**
   * @param clauses those asked about
   * @param undecided clauses that rest on a table which was never delivered
   * @param firstDay the first day asked about, epoch day
   * @param asOf the assessment day, epoch day
   */
  UnitAnswers(List<Clause> clauses, Set<String> undecided, int firstDay, int asOf) {
    this.clauses = clauses;
    this.undecided = undecided;
    this.firstDay = firstDay;
    this.asOf = asOf;
  }

  /** All answers, subject by subject, clause by clause, in the order of time. */
  List<Answer> of(Unit unit, List<Explanation> explanations, List<PostedLine> lines) {
    lines.forEach(this::post);
    explanations.forEach(this::record);
    List<Answer> answers = new ArrayList<>();
    for (Subject subject : Subject.of(unit, asOf)) {
      for (Clause clause : clauses) {
        add(answers, subject, clause);
      }
    }
    return answers;
  }

  /** Net of the lines, fen, that belong to no answer: of subjects that the register lost. */
  long unansweredFen() {
    return posted.values().stream()
        .flatMap(periods -> periods.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private void post(PostedLine line) {
    LineKey key = line.line().key();
    posted
        .computeIfAbsent(List.of(key.clause(), key.subject()), sum -> new HashMap<>())
        .merge(key.period(), line.line().amountFen(), Long::sum);
  }

  private void record(Explanation why) {
    recorded
        .computeIfAbsent(why.subject(), subject -> new HashMap<>())
        .computeIfAbsent(why.clause(), clause -> new LinkedHashMap<>())
        .merge(List.of(why.item(), why.period().id()), answer(why), UnitAnswers::together);
  }

  /** What waits in several households is one answer. */
  private static Answer together(Answer one, Answer other) {
    boolean inOrder = one.household().compareTo(other.household()) <= 0;
    Answer first = inOrder ? one : other;
    String second = (inOrder ? other : one).household();
    return first.countedIn().isEmpty() ? first.countedIn(second) : first;
  }

  private Answer answer(Explanation why) {
    String word =
        why.words().stream()
            .filter(condition -> !condition.holds())
            .map(Explanation.Word::name)
            .findFirst()
            .orElse(null);
    boolean event = !why.item().isEmpty() || why.period().firstDay() == why.period().lastDay();
    return new Answer(
        why.household(),
        why.subject(),
        "",
        why.clause(),
        why.period().id(),
        why.period().id(),
        1,
        event ? why.period().firstDay() : Math.max(firstDay, why.period().firstDay()),
        event ? why.period().lastDay() : Math.min(asOf, why.period().lastDay()),
        why.item(),
        why.verdict(),
        why.code(),
        word,
        why.day(),
        why.leastFen(),
        why.mostFen(),
        why.countedIn(),
        0);
  }

  private void add(List<Answer> answers, Subject subject, Clause clause) {
    Map<List<String>, Answer> ofClause =
        recorded.getOrDefault(subject.id(), Map.of()).getOrDefault(clause.id(), Map.of());
    if (ofClause.isEmpty()) {
      if (clause.words().subject() != null) {
        answers.add(nothing(subject, clause));
      }
      return;
    }
    Map<String, Long> sums =
        posted.getOrDefault(List.of(clause.id(), subject.id()), new HashMap<>());
    ofClause.replaceAll((period, answer) -> answer.isGranted() ? answer.posted(sums) : answer);
    Answer open = null;
    for (Answer answer : ofClause.values()) {
      Answer next = (answer.isGranted() ? answer : answer.posted(sums)).named(subject.name());
      if (open != null && open.isAlike(next)) {
        open = open.through(next);
      } else {
        if (open != null) {
          answers.add(open);
        }
        open = next;
      }
    }
    answers.add(open);
  }

  /** No rule had anything to decide. */
  private Answer nothing(Subject subject, Clause clause) {
    boolean other = clause.words().subject() != subject.kind();
    boolean missing = !other && undecided.contains(clause.id());
    String code = missing ? Answer.TABLE_MISSING : other ? otherKind(clause) : "";
    return new Answer(
        subject.home(),
        subject.id(),
        subject.name(),
        clause.id(),
        "",
        "",
        1,
        firstDay,
        asOf,
        "",
        missing ? Verdict.PENDING : Verdict.NOT_CONCERNED,
        code,
        null,
        null,
        null,
        null,
        "",
        netFen(subject, clause));
  }

  private long netFen(Subject subject, Clause clause) {
    Map<String, Long> sums = posted.remove(List.of(clause.id(), subject.id()));
    return sums == null ? 0 : sums.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String otherKind(Clause clause) {
    return switch (clause.words().subject()) {
      case PERSON -> Answer.OF_PERSONS;
      case HOUSEHOLD -> Answer.OF_HOUSEHOLDS;
    };
  }
}
