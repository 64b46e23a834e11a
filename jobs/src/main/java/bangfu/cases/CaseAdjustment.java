package bangfu.cases;

import bangfu.assess.CorrectionReason;
import bangfu.engine.fold.Accrual;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

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
    for (Node posted : policyCase.body().nodes("already_posted")) {
      String clause = posted.required("clause");
      String subject = posted.required("subject");
      String period = "M" + posted.required("month");
      long due = 0;
      for (Accrual accrual : result.accruals()) {
        boolean same =
            accrual.clause().equals(clause)
                && accrual.subject().equals(result.subject(subject))
                && accrual.period().id().equals(period);
        due += same ? accrual.amountFen() : 0;
      }
      long difference = due - Money.fen(posted.required("amount"));
      if (difference != 0) {
        String code = due == 0 ? reason(result, posted).name() : CorrectionReason.RATE.name();
        adjustments.add(
            new CaseAdjustment(clause, subject, posted.required("month"), difference, code));
      }
    }
    return adjustments;
  }

  private static CorrectionReason reason(CaseResult result, Node posted) {
    String month = posted.required("month");
    return CorrectionReason.of(
        result.unit(),
        result.assessment(),
        new CorrectionReason.Posted(
            "",
            posted.required("clause"),
            result.subject(posted.required("subject")),
            "M" + month,
            YearMonth.parse(month).atDay(1),
            ""));
  }
}
