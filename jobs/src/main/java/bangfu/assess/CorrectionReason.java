package bangfu.assess;

import bangfu.engine.fact.Person;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.fold.Refusal;
import bangfu.engine.time.Cadence;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.util.Map;
import java.util.Optional;

/** 更正原因: the kind of fact that changed behind a line that is no longer due as it was posted. */
public enum CorrectionReason {
  DEATH,
  EXIT,
  HUKOU,
  INCOME,
  STAGE,
  RATE,
  PAYER,
  OTHER;

  private static final Map<String, CorrectionReason> BY_REFUSAL =
      Map.ofEntries(
          Map.entry("EXITED", EXIT),
          Map.entry("NOT_ON_FILE", EXIT),
          Map.entry("HUKOU", HUKOU),
          Map.entry("INCOME_NOT_BELOW", INCOME),
          Map.entry("STAGE_SUPERSEDED", STAGE),
          Map.entry("STAGE_NOT_COVERED", STAGE),
          Map.entry("NOT_ENROLLED", STAGE),
          Map.entry("NOT_ENROLLED_AT_CENSUS", STAGE),
          Map.entry("FRESHMAN_YEAR", STAGE),
          Map.entry("NOT_FRESHMAN", STAGE),
          Map.entry("PARAM_MISSING", RATE));

  /**
   * Why a posted line is not due any more, or not at that amount.
   *
   * @param explained the unit's assessment with refusals
   * @param period 归属期间 of the line
   */
  public static CorrectionReason of(
      Unit unit, Assessment explained, String clause, String subject, String period) {
    if (diedBefore(unit, subject, period)) {
      return DEATH;
    }
    boolean stillDue =
        explained.accruals().stream()
            .anyMatch(
                a ->
                    a.clause().equals(clause)
                        && a.subject().equals(subject)
                        && a.period().id().equals(period));
    return stillDue
        ? RATE
        : code(explained, clause, subject, period).map(BY_REFUSAL::get).orElse(OTHER);
  }

  private static Optional<String> code(
      Assessment explained, String clause, String subject, String period) {
    Optional<String> pending =
        explained.pending().stream()
            .filter(p -> p.clause().equals(clause) && p.subject().equals(subject))
            .filter(p -> p.period().id().equals(period))
            .map(PendingItem::code)
            .findFirst();
    return pending.or(
        () ->
            explained.refusals().stream()
                .filter(r -> r.clause().equals(clause) && r.subject().equals(subject))
                .filter(r -> r.period().id().equals(period))
                .map(Refusal::code)
                .findFirst());
  }

  private static boolean diedBefore(Unit unit, String subject, String periodId) {
    Period period = period(periodId);
    for (Person person : unit.persons()) {
      if (person.id().equals(subject) && person.died() != null && period != null) {
        return DaySet.day(person.died()) < period.firstDay();
      }
    }
    return false;
  }

  private static Period period(String id) {
    for (Cadence cadence : Cadence.values()) {
      Period period = cadence.named(id);
      if (period != null) {
        return period;
      }
    }
    return null;
  }
}
