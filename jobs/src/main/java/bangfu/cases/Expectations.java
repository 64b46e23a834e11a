package bangfu.cases;

import bangfu.engine.fold.Accrual;
import bangfu.engine.fold.Action;
import bangfu.engine.fold.PendingItem;
import bangfu.engine.fold.Refusal;
import bangfu.engine.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
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
          "absent");

  private final PolicyCase policyCase;
  private final CaseResult result;
  private final Differences differences = new Differences();

  private Expectations(PolicyCase policyCase, CaseResult result) {
    this.policyCase = policyCase;
    this.result = result;
  }

  /** Every difference; empty when the case passes. */
  static List<String> differences(PolicyCase policyCase, CaseResult result) {
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
    expect.nodes("adjustments").forEach(this::adjustment);
    expect.nodes("proposals").forEach(this::proposal);
    expect.nodes("absent").forEach(this::absent);
  }

  /** A clause that gives the subject nothing: no sum, no pending item, no place on a list. */
  private void absent(Node expected) {
    String clause = expected.required("clause");
    Stream<String> pending =
        result.assessment().pending().stream()
            .filter(p -> p.clause().equals(clause) && isSubject(expected, p.subject(), p.item()))
            .filter(p -> isIn(expected.text("period"), p.period()))
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
    String number = expected.required("hh_id");
    CaseEligibility actual = CaseEligibility.of(result.unit(), result.assessment(), number);
    differences.expect(number + " size", expected.text("size"), String.valueOf(actual.persons()));
    differences.expect(number + " per head", expected.text("per_capita_shown"), actual.perHead());
    differences.expect(
        number + " group 1", expected.text("group1"), String.valueOf(actual.group1()));
    differences.expect(
        number + " group 2", expected.text("group2"), String.valueOf(actual.group2()));
    differences.expect(
        number + " group 3", expected.text("group3"), String.valueOf(actual.group3()));
    differences.expect(number + " code", expected.text("code"), actual.code());
  }

  private void refusal(Node expected) {
    String what = what("refusal", expected);
    String period = expected.text("period");
    List<Refusal> candidates =
        result.assessment().refusals().stream()
            .filter(r -> r.clause().equals(expected.required("clause")))
            .filter(r -> isSubject(expected, r.subject(), r.item()))
            .filter(r -> isIn(period, r.period()) && isMeant(expected, r))
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
            && isIn(period, a.period());
  }

  private void pending(Node expected) {
    List<PendingItem> candidates =
        result.assessment().pending().stream()
            .filter(p -> p.clause().equals(expected.required("clause")))
            .filter(p -> isSubject(expected, p.subject(), p.item()))
            .filter(p -> isIn(expected.text("period"), p.period()))
            .toList();
    List<String> codes = candidates.stream().map(PendingItem::code).distinct().toList();
    if (!codes.contains(expected.required("code"))) {
      differences.add(
          what("pending", expected) + ": expected " + expected.text("code") + ", but was " + codes);
    }
    if (expected.has("years")) {
      years(expected, "years");
    }
  }

  private void action(Node expected) {
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
   * The pension that counts: fields that begin with {@code countable} in yuan, {@code disregarded}
   * as yes or no.
   */
  private void calculation(Node expected) {
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
      if (name.startsWith("count") && !expected.text(name).matches("true|false")) {
        differences.expect(what + ' ' + name, expected.text(name), actual);
      } else if (name.startsWith("disregarded") && expected.text(name).matches("true|false")) {
        differences.expect(
            what + ' ' + name, expected.text(name), String.valueOf(actual.equals("0.00")));
      }
    }
  }

  private void adjustment(Node expected) {
    List<CaseAdjustment> all = CaseAdjustment.of(policyCase, result);
    CaseAdjustment wanted =
        new CaseAdjustment(
            expected.required("clause"),
            expected.required("subject"),
            expected.required("month"),
            Money.fen(expected.required("amount")),
            expected.text("code", ""));
    if (!all.contains(wanted)) {
      differences.add("adjustment: expected " + wanted + ", but was " + all);
    }
  }

  private void proposal(Node expected) {
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

  /** No period named: any. A bare year: every period of that year. */
  private static boolean isIn(String wanted, Period period) {
    if (wanted == null) {
      return true;
    }
    String id = period.id();
    if (wanted.matches("\\d{4}")) {
      return id.replaceFirst("^A?[YM]+", "").startsWith(wanted);
    }
    if (wanted.startsWith("M")) {
      return ExpectedMoney.monthsOf(wanted).contains(id);
    }
    return id.equals(wanted) || id.toUpperCase(Locale.ROOT).startsWith(wanted + ':');
  }

  private static String what(String kind, Node expected) {
    String period = expected.has("period") ? " in " + expected.text("period") : "";
    return kind + " of " + expected.text("clause") + " for " + expected.text("subject") + period;
  }
}
