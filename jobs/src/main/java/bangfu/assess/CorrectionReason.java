package bangfu.assess;

import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.fold.Refusal;
import java.time.LocalDate;
import java.util.List;
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

  private static final Map<String, CorrectionReason> BY_CODE =
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

  /** The clauses of which every line hangs on an enrolment. */
  private static final String EDUCATION = "2.2.4-";

  /**
   * A posted line, as far as its reason matters.
   *
   * @param period 归属期间
   * @param accruedOn 发生日期
   * @param payee 收款方
   */
  public record Posted(
      String household,
      String clause,
      String subject,
      String period,
      LocalDate accruedOn,
      String payee) {

    private boolean isSameSum(Accrual accrual) {
      return accrual.clause().equals(clause)
          && accrual.subject().equals(subject)
          && accrual.period().id().equals(period);
    }

    private boolean isSamePlace(Accrual accrual) {
      return accrual.household().equals(household) && accrual.payee().equals(payee);
    }
  }

  /**
   * Why a posted line is not due any more, or not at that amount, or elsewhere.
   *
   * @param explained the unit's assessment with refusals
   */
  public static CorrectionReason of(Unit unit, Assessment explained, Posted posted) {
    List<Accrual> due = explained.accruals().stream().filter(posted::isSameSum).toList();
    boolean education = posted.clause().startsWith(EDUCATION);
    if (due.stream().anyMatch(posted::isSamePlace)) {
      return education ? STAGE : RATE;
    }
    CorrectionReason unnamed = education ? STAGE : OTHER;
    if (!due.isEmpty()) {
      return unnamed;
    }
    return diedBefore(unit, posted)
        ? DEATH
        : code(explained, posted).map(code -> BY_CODE.getOrDefault(code, OTHER)).orElse(unnamed);
  }

  private static Optional<String> code(Assessment explained, Posted posted) {
    Optional<String> pending =
        explained.pending().stream()
            .filter(p -> p.clause().equals(posted.clause()))
            .filter(p -> p.subject().equals(posted.subject()))
            .filter(p -> p.period().id().equals(posted.period()))
            .map(PendingItem::code)
            .findFirst();
    return pending.or(
        () ->
            explained.refusals().stream()
                .filter(r -> r.clause().equals(posted.clause()))
                .filter(r -> r.subject().equals(posted.subject()))
                .filter(r -> r.period().id().equals(posted.period()))
                .map(Refusal::code)
                .findFirst());
  }

  private static boolean diedBefore(Unit unit, Posted posted) {
    return unit.persons().stream()
        .filter(person -> person.id().equals(posted.subject()))
        .anyMatch(p -> p.died() != null && p.died().isBefore(posted.accruedOn()));
  }
}
