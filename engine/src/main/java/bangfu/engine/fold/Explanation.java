package bangfu.engine.fold;

import bangfu.engine.fact.Source;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * How one sum was decided, as the fold saw it.
 *
 * @param household empty when it hangs on none
 * @param item as in {@link Accrual}
 * @param code of the refusal or of what is pending; of the list when listed; empty when granted
 * @param words the conditions in the clause's order, through the one that failed
 * @param rows all rows that prove it on the accrual day, sorted; unless granted those it is about
 * @param day the accrual day; null unless granted
 * @param parameters names of the parameters that the amount was worked out with, sorted
 * @param leastFen least it comes to, fen: the sum itself when granted, a bound when pending; null
 *     when there is no bound, and unless granted or pending
 * @param mostFen most it comes to, likewise
 * @param countedIn the clause, or the household, with which it counts once; empty = by itself
 * @param cut what a cap took away of it; null when none did
 */
public record Explanation(
    String clause,
    String household,
    String subject,
    String item,
    Period period,
    Verdict verdict,
    String code,
    List<Word> words,
    List<Source> rows,
    LocalDate day,
    List<String> parameters,
    Long leastFen,
    Long mostFen,
    String countedIn,
    Cut cut) {

  /**
   * A sum that a cap cuts, or leaves nothing of.
   *
   * @param wantedFen what it would come to without the cap
   * @param capFen what all that share the cap may come to
   * @param drawn what they had drawn before, in order
   */
  public record Cut(long wantedFen, long capFen, List<Drawn> drawn) {}

  /**
   * What a claim has drawn.
   *
   * @param item as in {@link Accrual}
   */
  public record Drawn(String clause, String household, String item, LocalDate day, long fen) {}

  /** What came of it. */
  public enum Verdict {
    GRANTED,
    /** A place on a list, without money; the code is that of the list. */
    LISTED,
    PENDING,
    REFUSED,
    /** A condition fails that says whom the clause is about, so that its absence has no code. */
    NOT_CONCERNED
  }

  /**
   * A condition.
   *
   * @param name in Chinese
   * @param days of the period on which it holds by itself, through the assessment day
   * @param holds false when with it no day is left
   * @param proof the rows that speak about these days, sorted
   */
  public record Word(String name, DaySet days, boolean holds, List<Source> proof) {}
}
