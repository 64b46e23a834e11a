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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a recalculation adds to lines already posted: a signed difference, with the fact that
 * changed.
 */
record CaseAdjustment(String clause, String subject, String month, long amountFen, String code) {

  /** The adjustment that a case expects. */
  static CaseAdjustment expected(Node node) {
    return new CaseAdjustment(
        node.required("clause"),
        node.required("subject"),
        node.required("month"),
        Money.fen(node.required("amount")),
        node.text("code", ""));
  }

  static List<CaseAdjustment> of(PolicyCase policyCase, CaseResult result) {
    List<CaseAdjustment> adjustments = new ArrayList<>();
    for (Node node : policyCase.body().nodes("already_posted")) {
      Posted posted =
          new Posted(
              node.required("clause"),
              result.subject(node.required("subject")),
              CaseFiles.month(node, "month"));
      long due =
          result.assessment().accruals().stream()
              .filter(a -> posted.is(a.clause(), a.subject(), a.period()))
              .mapToLong(Accrual::amountFen)
              .sum();
      long difference = due - Money.fen(node.required("amount"));
      if (difference != 0) {
        CorrectionReason reason = due == 0 ? posted.reason(result) : CorrectionReason.RATE;
        adjustments.add(
            new CaseAdjustment(
                posted.clause(),
                node.required("subject"),
                posted.month().toString(),
                difference,
                reason.name()));
      }
    }
    return adjustments;
  }

  /**
   * What was posted.
   *
   * @param month for which, or in whose year or school year; of a dated event the day's
   */
  private record Posted(String clause, String subject, YearMonth month) {
    boolean is(String otherClause, String otherSubject, Period period) {
      return otherClause.equals(clause)
          && otherSubject.equals(subject)
          && period.days().meets(DaySet.between(month.atDay(1), month.atEndOfMonth()));
    }

    CorrectionReason reason(CaseResult result) {
      Period period = period(result.assessment());
      return CorrectionReason.of(
          result.unit(),
          result.assessment(),
          new CorrectionReason.Posted(
              "",
              clause,
              subject,
              period.id(),
              LocalDate.ofEpochDay(Math.max(period.firstDay(), DaySet.day(month.atDay(1)))),
              ""));
    }

    /** The period for which nothing is due any more. */
    private Period period(Assessment assessment) {
      Stream<Period> pending =
          assessment.pending().stream()
              .filter(p -> is(p.clause(), p.subject(), p.period()))
              .map(PendingItem::period);
      Stream<Period> refused =
          assessment.refusals().stream()
              .filter(r -> is(r.clause(), r.subject(), r.period()))
              .map(Refusal::period);
      return Stream.concat(pending, refused)
          .findFirst()
          .orElse(Period.on("M" + month, month.atDay(1)));
    }
  }
}
