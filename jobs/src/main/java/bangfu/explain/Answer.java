package bangfu.explain;

import bangfu.engine.fold.Explanation.Verdict;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * What a clause comes to for a subject in a period, or in periods that follow one another with the
 * same refusal.
 *
 * @param household the household it belongs to; of a person who is not concerned the one he lives
 *     in
 * @param subject identity number, or the household number
 * @param subjectName name of the person, or of the household's head
 * @param clause clause id
 * @param firstPeriod 归属期间 of the first period; empty for a state, and for a clause that has nothing
 *     to decide about the subject
 * @param lastPeriod 归属期间 of the last period
 * @param periods how many periods, from 1
 * @param from first day of the first period that counts, epoch day
 * @param to last day of the last period that counts, epoch day
 * @param item number of the document of an event; else empty
 * @param verdict what came of it
 * @param code of the refusal, of what is pending, or of the list; else empty
 * @param word the condition that failed; null when a limit refused, when nothing failed, and where
 *     the clause has nothing to decide
 * @param accruedOn 发生日期; null unless granted
 * @param leastFen least it comes to, fen: the sum itself when granted; null without a bound
 * @param mostFen most it comes to, fen, likewise
 * @param countedIn the clause or household with which it counts once; empty = by itself
 * @param postedFen net of the ledger's lines, fen
 */
public record Answer(
    String household,
    String subject,
    String subjectName,
    String clause,
    String firstPeriod,
    String lastPeriod,
    int periods,
    int from,
    int to,
    String item,
    Verdict verdict,
    String code,
    String word,
    LocalDate accruedOn,
    Long leastFen,
    Long mostFen,
    String countedIn,
    long postedFen) {
  /** Pending: a table that the clause rests on was never delivered. */
  public static final String TABLE_MISSING = "TABLE_MISSING";

  /** Not concerned: the clause decides about persons, and this is a household. */
  public static final String OF_PERSONS = "OF_PERSONS";

  /** Not concerned: the clause decides about households, and this is a person. */
  public static final String OF_HOUSEHOLDS = "OF_HOUSEHOLDS";

  /** True when another answer gives nothing for the same reason, so that one row says both. */
  boolean isAlike(Answer next) {
    boolean nothing = verdict == Verdict.REFUSED || verdict == Verdict.NOT_CONCERNED;
    return nothing
        && !firstPeriod.isEmpty()
        && item.isEmpty()
        && next.item.isEmpty()
        && verdict == next.verdict
        && code.equals(next.code)
        && Objects.equals(word, next.word)
        && subject.equals(next.subject)
        && clause.equals(next.clause)
        && household.equals(next.household)
        && postedFen == 0
        && next.postedFen == 0;
  }

  /** This answer and the next one, which is alike. */
  Answer through(Answer next) {
    return with(subjectName, next.lastPeriod, periods + next.periods, next.to, countedIn, 0);
  }

  Answer named(String name) {
    return with(name, lastPeriod, periods, to, countedIn, postedFen);
  }

  Answer countedIn(String other) {
    return with(subjectName, lastPeriod, periods, to, other, postedFen);
  }

  /** With what the ledger holds for its period, which is taken out of the sums. */
  Answer posted(Map<String, Long> sums) {
    Long fen = sums.remove(lastPeriod);
    return with(subjectName, lastPeriod, periods, to, countedIn, fen == null ? 0 : fen);
  }

  private Answer with(
      String newName, String newLast, int newPeriods, int newTo, String newIn, long newFen) {
    return new Answer(
        household,
        subject,
        newName,
        clause,
        firstPeriod,
        newLast,
        newPeriods,
        from,
        newTo,
        item,
        verdict,
        code,
        word,
        accruedOn,
        leastFen,
        mostFen,
        newIn,
        newFen);
  }

  /** True for money that is due. */
  public boolean isGranted() {
    return verdict == Verdict.GRANTED;
  }
}
