package bangfu.explain;

import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Explanation.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the answers come to. For several threads. */
public final class AnswerTotals {
  private final Map<Verdict, Long> periods = new EnumMap<>(Verdict.class);
  private long units;
  private long households;
  private long persons;
  private long answers;
  private long dueFen;
  private long postedFen;
  private long unansweredFen;

  synchronized void add(Unit unit, List<Answer> ofUnit, long unanswered) {
    households += unit.households().size();
    persons += unit.persons().size();
    answers += ofUnit.size();
    unansweredFen += unanswered;
    for (Answer answer : ofUnit) {
      periods.merge(answer.verdict(), (long) answer.periods(), Long::sum);
      dueFen += answer.isGranted() ? answer.mostFen() : 0;
      postedFen += answer.postedFen();
    }
  }

  synchronized long looked(int more) {
    units += more;
    return units;
  }

  public long households() {
    return households;
  }

  public long persons() {
    return persons;
  }

  /** Answers; periods with the same refusal are one. */
  public long answers() {
    return answers;
  }

  /** How many periods, items and states have this answer. */
  public long periods(Verdict verdict) {
    return periods.getOrDefault(verdict, 0L);
  }

  /** All that is due, fen. */
  public long dueFen() {
    return dueFen;
  }

  /** Net of the ledger's lines, fen: those of answers, and those of subjects that are no more. */
  public long postedFen() {
    return postedFen + unansweredFen;
  }

  /** Net of the ledger's lines of subjects that the register does not know any more, fen. */
  public long unansweredFen() {
    return unansweredFen;
  }
}
