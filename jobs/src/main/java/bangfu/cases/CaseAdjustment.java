package bangfu.cases;

import bangfu.assess.CorrectionReason;
import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Assessment;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.fold.Refusal;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a recalculation adds to lines already posted: a signed difference, with the fact that
 * changed.
 *
 * @param reversedFen what the ledger reverses, negative, when a part is due still: whole lines
 */
record CaseAdjustment(
    String clause, String subject, String month, long amountFen, long reversedFen, String code) {

  /** What a case expects: of one sum the difference, or only what is reversed of it. */
  static Set<CaseAdjustment> expected(List<Node> nodes) {
    Map<CaseAdjustment, Long> sums = new LinkedHashMap<>();
    for (Node node : nodes) {
      CaseAdjustment nothing =
          new CaseAdjustment(
              node.required("clause"),
              node.required("subject"),
              node.required("month"),
              0,
              0,
              node.text("code", ""));
      sums.merge(nothing, Money.fen(node.required("amount")), Long::sum);
    }
    return sums.entrySet().stream()
        .map(sum -> sum.getKey().of(sum.getValue()))
        .collect(Collectors.toSet());
  }

  static Set<CaseAdjustment> of(PolicyCase policyCase, CaseResult result) {
    Map<Posted, Long> sums = new LinkedHashMap<>();
    for (Node node : policyCase.body().nodes("already_posted")) {
      Posted posted =
          new Posted(
              node.required("clause"), node.required("subject"), CaseFiles.month(node, "month"));
      sums.merge(posted, Money.fen(node.required("amount")), Long::sum);
    }
    return sums.entrySet().stream()
        .map(sum -> sum.getKey().adjustment(sum.getValue(), result))
        .filter(adjustment -> adjustment.amountFen() != 0)
        .collect(Collectors.toSet());
  }

  private CaseAdjustment of(long fen) {
    return new CaseAdjustment(clause, subject, month, fen, 0, code);
  }

  boolean isAboutSame(CaseAdjustment other) {
    return clause.equals(other.clause)
        && subject.equals(other.subject)
        && month.equals(other.month);
  }

  /** True for the difference or the reversal and, if a code is expected, the same code. */
  boolean isMetBy(CaseAdjustment actual) {
    boolean sameFen =
        amountFen == actual.amountFen
            || (actual.reversedFen != 0 && amountFen == actual.reversedFen);
    return sameFen && (code.isEmpty() || code.equals(actual.code));
  }

  @Override
  public String toString() {
    return String.join(" ", clause, subject, month, Money.yuan(amountFen), code).strip();
  }

  /**
   * What was posted.
   *
   * @param month for which, or in whose year or school year; of a dated event the day's
   */
  private record Posted(String clause, String name, YearMonth month) {
    CaseAdjustment adjustment(long postedFen, CaseResult result) {
      String subject = result.subject(name);
      long due =
          result.assessment().accruals().stream()
              .filter(a -> is(a.clause(), a.subject(), a.period(), subject))
              .mapToLong(Accrual::amountFen)
              .sum();
      CorrectionReason reason = due == 0 ? reason(result, subject) : CorrectionReason.RATE;
      return new CaseAdjustment(
          clause,
          name,
          month.toString(),
          due - postedFen,
          due < postedFen ? -postedFen : 0,
          reason.name());
    }

    private boolean is(String otherClause, String other, Period period, String subject) {
      return otherClause.equals(clause)
          && other.equals(subject)
          && period.days().meets(DaySet.between(month.atDay(1), month.atEndOfMonth()));
    }

    private CorrectionReason reason(CaseResult result, String subject) {
      Period period = period(result.assessment(), subject);
      LocalDate accrued =
          LocalDate.ofEpochDay(Math.max(period.firstDay(), DaySet.day(month.atDay(1))));
      return CorrectionReason.of(
          result.unit(),
          result.assessment(),
          new CorrectionReason.Posted("", clause, subject, period.id(), accrued, ""));
    }

    /** The period for which nothing is due any more. */
    private Period period(Assessment assessment, String subject) {
      Stream<Period> pending =
          assessment.pending().stream()
              .filter(p -> is(p.clause(), p.subject(), p.period(), subject))
              .map(PendingItem::period);
      Stream<Period> refused =
          assessment.refusals().stream()
              .filter(r -> is(r.clause(), r.subject(), r.period(), subject))
              .map(Refusal::period);
      return Stream.concat(pending, refused)
          .findFirst()
          .orElse(Period.on("M" + month, month.atDay(1)));
    }
  }
}
