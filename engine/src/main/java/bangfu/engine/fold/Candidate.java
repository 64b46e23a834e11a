package bangfu.engine.fold;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Doubt;
import bangfu.engine.claim.Outcome;
import bangfu.engine.claim.Setting;
import bangfu.engine.fact.Enrolment;
import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Hold;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.Comparator;
import java.util.List;

/**
 * A claim in one household and period with the days on which all its conditions hold there.
 *
 * @param household the number, or empty for a claim that hangs on no household
 * @param possible the days inside the period, doubtful ones included; never empty
 * @param clean those of them that no doubt touches
 * @param doubts doubtful days of its conditions
 * @param proof the facts its conditions rest on, of any day
 */
record Candidate(
    Setting setting,
    String household,
    String subject,
    Period period,
    DaySet possible,
    DaySet clean,
    List<Doubt> doubts,
    List<Fact> proof) {

  /**
   * What the days leave open. Two persons can claim for one household, two schools can be entered
   * on one day, and two claims of a clause can wait for different facts; no order of rows or rules
   * may decide between them.
   */
  private static final Comparator<Candidate> TIE =
      Comparator.comparing(Candidate::household, CodePoints.ORDER)
          .thenComparing(Candidate::laterEntryFirst)
          .thenComparing(c -> c.claim().item(), CodePoints.ORDER)
          .thenComparing(Candidate::subject, CodePoints.ORDER)
          .thenComparing(Candidate::personId, CodePoints.ORDER)
          .thenComparing(Candidate::school, CodePoints.ORDER)
          .thenComparing(Candidate::awaited, CodePoints.ORDER);

  /** The order in which claims draw on their pots. */
  static final Comparator<Candidate> DRAWING_ORDER =
      Comparator.comparingInt(Candidate::firstCleanDay)
          .thenComparing(c -> c.claim().clause())
          .thenComparing(TIE);

  /**
   * The order in which claims that nothing has decided are looked at: what waits for a fact before
   * what is held.
   */
  static final Comparator<Candidate> PENDING_ORDER =
      Comparator.comparing((Candidate c) -> !c.waits())
          .thenComparing(c -> c.claim().clause())
          .thenComparing(Candidate::household, CodePoints.ORDER)
          .thenComparing(c -> c.claim().item(), CodePoints.ORDER)
          .thenComparing(Candidate::subject)
          .thenComparingInt(Candidate::firstPossibleDay)
          .thenComparing(TIE);

  /** The order in which facts that share a pot are looked at while nothing is drawn. */
  static final Comparator<Candidate> DOUBT_ORDER =
      Comparator.comparingInt(Candidate::firstPossibleDay)
          .thenComparing(Candidate::laterEntryFirst)
          .thenComparing(Candidate::school, CodePoints.ORDER)
          .thenComparing(c -> c.claim().clause())
          .thenComparing(TIE);

  Claim claim() {
    return setting.claim();
  }

  /** The code of what the claim waits for; empty when it waits for nothing. */
  private String awaited() {
    return claim().outcome() instanceof Outcome.Waiting waiting ? waiting.code() : "";
  }

  /** True when the claim waits for a fact whatever the days say. */
  boolean waits() {
    return claim().outcome() instanceof Outcome.Waiting;
  }

  /** The accrual day. Only for a candidate with clean days. */
  int firstCleanDay() {
    return clean.first();
  }

  int firstPossibleDay() {
    return possible.first();
  }

  /** The first hold, in their order, that touches one of the possible days; null when none does. */
  Hold firstHold() {
    return doubts.stream()
        .filter(doubt -> doubt.days().meets(possible))
        .map(Doubt::hold)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Two enrolments on one day: the later entered counts. */
  private int laterEntryFirst() {
    Fact about = claim().about();
    return about instanceof Enrolment enrolment ? -DaySet.day(enrolment.from()) : 0;
  }

  private String personId() {
    return claim().person() == null ? "" : claim().person().id();
  }

  /** School and stage of a claim about an enrolment; else empty. */
  private String school() {
    return claim().about() instanceof Enrolment enrolment
        ? enrolment.school() + ' ' + enrolment.stage()
        : "";
  }

  Entitlement key() {
    return new Entitlement(claim().clause(), subject, claim().item(), period.id());
  }
}
