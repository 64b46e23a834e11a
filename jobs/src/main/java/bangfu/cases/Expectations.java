package bangfu.cases;

import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.fold.Refusal;
import bangfu.table.Yuan;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a case expects with what the engine says. */
final class Expectations {
  private static final Set<String> FIELDS =
      Set.of(
          "eligibility",
          "entitlements",
          "refusals",
          "pending",
          "non_money",
          "calculations",
          "adjustments",
          "proposals",
          "totals_by_payee",
          "dq",
          "flags",
          "absent",
          "not_concerned");

  private final PolicyCase policyCase;
  private final CaseResult result;
  private final Differences differences = new Differences();

  private Expectations(PolicyCase policyCase, CaseResult result) {
    this.policyCase = policyCase;
    this.result = result;
  }

  /** Every difference; empty when the case passes. */
  static List<CaseDifference> differences(PolicyCase policyCase, CaseResult result) {
    Expectations expectations = new Expectations(policyCase, result);
    expectations.compare(policyCase.expect().only(FIELDS));
    return expectations.differences.list();
  }

  private void compare(Node expect) {
    expect.nodes("eligibility").forEach(this::eligibility);
    new ExpectedMoney(policyCase, result, differences).compare();
    expect.nodes("refusals").forEach(this::refusal);
    expect.nodes("pending").forEach(this::pending);
    expect.nodes("non_money").forEach(this::action);
    expect.nodes("calculations").forEach(this::calculation);
    adjustments(expect.nodes("adjustments"));
    expect.nodes("proposals").forEach(this::proposal);
    expect.nodes("absent").forEach(this::absent);
    expect.nodes("not_concerned").forEach(this::notConcerned);
  }

  /** A clause that has nothing to say about the subject, not even why it gives nothing. */
  private void notConcerned(Node expected) {
    absent(expected);
    List<String> codes =
        result.assessment().refusals().stream()
            .filter(r -> r.clause().equals(expected.required("clause")))
            .filter(r -> isSubject(expected, r.subject(), r.item()))
            .map(Refusal::code)
            .distinct()
            .toList();
    if (!codes.isEmpty()) {
      differences.add(what("refusal", expected) + ": expected none, but was " + codes);
    }
  }

  /** A clause that gives the subject nothing: no sum, no pending item, no place on a list. */
  private void absent(Node expected) {
    differences.about(expected);
    String clause = expected.required("clause");
    Stream<String> pending =
        result.assessment().pending().stream()
            .filter(p -> p.clause().equals(clause) && isSubject(expected, p.subject(), p.item()))
            .filter(p -> ExpectedPeriods.isIn(expected.text("period"), p.period()))
            .map(PendingItem::code);
    Stream<String> listed =
        result.assessment().actions().stream()
            .filter(a -> a.clause().equals(clause) && isSubject(expected, a.subject(), ""))
            .map(Action::action);
    List<String> found = Stream.concat(pending, listed).toList();
    boolean granted = isGranted(expected, expected.text("period"));
    if (granted || !found.isEmpty()) {
      differences.add(
          what("nothing", expected) + ": but was " + found + (granted ? " (granted)" : ""));
    }
  }

  private void eligibility(Node expected) {
    differences.about("1.2.1-a", expected.text("hh_id"), null);
    String number = expected.required("hh_id");
    CaseEligibility.of(result.unit(), result.assessment(), number, policyCase.to())
        .compare(number, expected, differences);
  }

  private void refusal(Node expected) {
    differences.about(expected);
    String what = what("refusal", expected);
    String period = expected.text("period");
    List<Refusal> candidates =
        result.assessment().refusals().stream()
            .filter(r -> r.clause().equals(expected.required("clause")))
            .filter(r -> isSubject(expected, r.subject(), r.item()))
            .filter(r -> ExpectedPeriods.isIn(period, r.period()) && isMeant(expected, r))
            .toList();
    List<String> codes = candidates.stream().map(Refusal::code).distinct().toList();
    String code = expected.required("code");
    boolean met = period == null ? codes.contains(code) : codes.equals(List.of(code));
    if (!met) {
      differences.add(
          what + ": expected " + code + ", but was " + codes + grantedInstead(expected, period));
    }
    if (period != null && met && isGranted(expected, period)) {
      differences.add(what + ": expected " + code + " throughout, but part of it was granted");
    }
    months(what, expected, candidates.stream().map(r -> r.period().id()).toList());
  }

  /** Months are compared one by one: what is expected must be found in each. */
  private void months(String what, Node expected, List<String> found) {
    List<String> outside =
        result.assessment().refusals().stream()
            .filter(r -> r.clause().equals(expected.required("clause")))
            .filter(r -> isSubject(expected, r.subject(), r.item()))
            .filter(r -> r.code().equals("OUT_OF_WINDOW"))
            .map(r -> r.period().id())
            .toList();
    List<String> missing =
        ExpectedPeriods.missingMonths(expected.text("period"), policyCase, found, outside);
    if (!missing.isEmpty()) {
      differences.add(what + ": expected in each month, but is missing in " + missing);
    }
  }

  /** A year means its periods inside the plan, unless the case asks for those outside. */
  private static boolean isMeant(Node expected, Refusal refusal) {
    String period = expected.text("period");
    return period == null
        || !period.matches("Y?\\d{4}")
        || !"OUT_OF_WINDOW".equals(refusal.code())
        || "OUT_OF_WINDOW".equals(expected.text("code"));
  }

  private boolean isGranted(Node expected, String period) {
    return result.accruals().stream().anyMatch(granted(expected, period));
  }

  private String grantedInstead(Node expected, String period) {
    return isGranted(expected, period) ? " (granted)" : "";
  }

  private Predicate<Accrual> granted(Node expected, String period) {
    return a ->
        a.clause().equals(expected.required("clause"))
            && isSubject(expected, a.subject(), a.item())
            && ExpectedPeriods.isIn(period, a.period());
  }

  private void pending(Node expected) {
    differences.about(expected);
    List<PendingItem> candidates =
        result.assessment().pending().stream()
            .filter(p -> p.clause().equals(expected.required("clause")))
            .filter(p -> isSubject(expected, p.subject(), p.item()))
            .filter(p -> ExpectedPeriods.isIn(expected.text("period"), p.period()))
            .toList();
    String what = what("pending", expected);
    String code = expected.required("code");
    List<String> codes = candidates.stream().map(PendingItem::code).distinct().toList();
    if (!codes.contains(code)) {
      differences.add(what + ": expected " + code + ", but was " + codes);
    }
    months(
        what,
        expected,
        candidates.stream().filter(p -> p.code().equals(code)).map(p -> p.period().id()).toList());
    if (expected.has("years")) {
      years(expected, "years");
    }
    bound(what, expected, "least", candidates.stream().map(PendingItem::leastFen).toList());
    bound(what, expected, "most", candidates.stream().map(PendingItem::mostFen).toList());
  }

  /** Least or most that each pending item can come to, in yuan; {@code unknown} without a bound. */
  private void bound(String what, Node expected, String field, List<Long> actualFen) {
    if (expected.has(field)) {
      String actual =
          actualFen.stream()
              .map(fen -> fen == null ? "unknown" : Yuan.format(fen))
              .distinct()
              .collect(Collectors.joining(", "));
      differences.expect(what + ' ' + field, expected.text(field), actual);
    }
  }

  private void action(Node expected) {
    differences.about(expected);
    String wanted = expected.required("action");
    boolean found =
        result.assessment().actions().stream()
            .filter(a -> a.clause().equals(expected.required("clause")))
            .filter(a -> isSubject(expected, a.subject(), ""))
            .anyMatch(a -> a.action().equals(wanted));
    if (!found) {
      differences.add(what("list", expected) + ": expected " + wanted + ", but it is not listed");
    }
    if (expected.has("years_missing")) {
      years(expected, "years_missing");
    }
  }

  private void years(Node expected, String field) {
    String actual =
        result.assessment().actions().stream()
            .filter(a -> a.action().equals("BUY_UP_OPTION"))
            .filter(a -> isSubject(expected, a.subject(), ""))
            .map(Action::value)
            .findFirst()
            .orElse("none");
    differences.expect(what(field, expected), expected.text(field), actual);
  }

  /**
   * The pension that counts: fields whose name speaks of counting or of a value in yuan, or yes and
   * no; fields that speak of disregard as yes or no.
   */
  private void calculation(Node expected) {
    differences.about(expected);
    String actual =
        result.assessment().actions().stream()
            .filter(a -> a.clause().equals(expected.required("clause")))
            .filter(a -> isSubject(expected, a.subject(), ""))
            .map(Action::value)
            .findFirst()
            .orElse("none");
    String what = what("calculation", expected);
    if (actual.equals("none")) {
      differences.add(what + ": expected a result, but there is none");
    }
    for (Object field : expected.values().keySet()) {
      String name = field.toString();
      boolean yesOrNo = expected.text(name, "").matches("true|false");
      boolean counts = name.contains("count") || name.equals("value") || name.equals("result");
      if (counts) {
        String found = yesOrNo ? String.valueOf(!actual.equals("0.00")) : actual;
        differences.expect(what + ' ' + name, expected.text(name), found);
      } else if (name.contains("disregard") && yesOrNo) {
        String found = String.valueOf(actual.equals("0.00"));
        differences.expect(what + ' ' + name, expected.text(name), found);
      }
    }
  }

  /** Closed-world, as all money is. */
  private void adjustments(List<Node> expected) {
    differences.about(null, null, null);
    Set<CaseAdjustment> wanted = CaseAdjustment.expected(expected);
    Set<CaseAdjustment> actual = CaseAdjustment.of(policyCase, result);
    for (CaseAdjustment one : wanted) {
      List<CaseAdjustment> found = actual.stream().filter(one::isAboutSame).toList();
      if (found.stream().noneMatch(one::isMetBy)) {
        differences.add("adjustment: expected " + one + ", but was " + found);
      }
    }
    for (CaseAdjustment one : actual) {
      if (wanted.stream().noneMatch(one::isAboutSame)) {
        differences.add("unexpected adjustment: " + one);
      }
    }
  }

  private void proposal(Node expected) {
    differences.about(null, null, null);
    CaseResult.Proposal wanted =
        new CaseResult.Proposal(
            expected.required("hh_id"),
            expected.required("date"),
            expected.required("action"),
            expected.text("per_capita_shown"));
    if (!result.proposals().contains(wanted)) {
      differences.add("proposal: expected " + wanted + ", but was " + result.proposals());
    }
  }

  private boolean isSubject(Node expected, String subject, String item) {
    String wanted = expected.required("subject");
    return subject.equals(result.subject(wanted))
        || item.equals(wanted)
        || (!item.isEmpty() && (subject + ':' + item).equals(wanted));
  }

  private static String what(String kind, Node expected) {
    String period = expected.has("period") ? " in " + expected.text("period") : "";
    return kind + " of " + expected.text("clause") + " for " + expected.text("subject") + period;
  }
}
