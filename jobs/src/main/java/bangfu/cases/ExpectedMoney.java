package bangfu.cases;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;
import bangfu.engine.time.DaySet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares entitlements closed-world: every expected one is there, and nothing else. */
final class ExpectedMoney {
  private static final Map<PayeeKind, String> PAYEES =
      Map.of(
          PayeeKind.HOUSEHOLD, "HOUSEHOLD",
          PayeeKind.SCHOOL, "SCHOOL",
          PayeeKind.MEDICAL_INSURER, "INSURER_MEDICAL",
          PayeeKind.ACCIDENT_INSURER, "INSURER_ACCIDENT",
          PayeeKind.SERVICE_ORGANISATION, "SERVICE_ORG",
          PayeeKind.INSTITUTION, "AS_APPROVED");

  /** The clause whose payee the approval names, and the one whose lines are compared by year. */
  private static final String REHABILITATION = "2.2.3-b";

  private static final String FARMING = "2.2.2-a";

  private final PolicyCase policyCase;
  private final CaseResult result;
  private final Differences differences;
  private final Set<Accrual> unexpected;

  ExpectedMoney(PolicyCase policyCase, CaseResult result, Differences differences) {
    this.policyCase = policyCase;
    this.result = result;
    this.differences = differences;
    this.unexpected = new LinkedHashSet<>(result.accruals());
  }

  void compare() {
    policyCase.expect().nodes("entitlements").forEach(this::compare);
    for (Accrual accrual : unexpected) {
      differences.about(accrual.clause(), accrual.subject(), accrual.period().id());
      differences.add(
          "unexpected "
              + accrual.clause()
              + " for "
              + named(accrual.subject())
              + " in "
              + accrual.period().id()
              + ": "
              + Money.yuan(accrual.amountFen()));
    }
    Node totals = policyCase.expect().node("totals_by_payee");
    differences.about(null, null, null);
    if (totals != null) {
      differences.expectFen("totals by payee", expectedTotals(totals), totals(result.accruals()));
    }
  }

  private void compare(Node expected) {
    differences.about(expected);
    String clause = expected.required("clause");
    String subject = expected.required("subject");
    String period = expected.required("period");
    List<Accrual> matching =
        result.accruals().stream()
            .filter(a -> a.clause().equals(clause) && isSubject(a, subject) && isPeriod(a, period))
            .toList();
    matching.forEach(unexpected::remove);
    String what = clause + " for " + subject + " in " + period;
    differences.expectFen(what, Money.fen(expected.required("amount")), sum(matching));
    compareMonths(what, expected, period, matching);
    if (expected.has("lines")) {
      differences.expectFen(what + " lines", expectedLines(expected), lines(matching));
    }
    compareClaims(what, expected, matching, period);
  }

  private void compareMonths(String what, Node expected, String period, List<Accrual> matching) {
    if (period.startsWith("M")) {
      Set<String> months =
          matching.stream()
              .map(a -> a.period().id())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      differences.expect(
          what + " months", (long) ExpectedPeriods.monthsOf(period).size(), (long) months.size());
      if (expected.has("months")) {
        differences.expect(
            what + " months", expected.text("months"), String.valueOf(months.size()));
      }
    }
  }

  private void compareClaims(String what, Node expected, List<Accrual> matching, String period) {
    Node byClaim = expected.node("by_claim");
    if (byClaim != null) {
      Map<String, Long> wanted = new TreeMap<>();
      byClaim
          .values()
          .forEach((ref, yuan) -> wanted.put(ref.toString(), Money.fen(yuan.toString())));
      Map<String, Long> actual = new TreeMap<>();
      wanted.keySet().forEach(ref -> actual.put(ref, 0L));
      matching.forEach(a -> actual.merge(ref(a), a.amountFen(), Long::sum));
      differences.expectFen(what + " by claim", wanted, actual);
    }
    if (expected.has("cut")) {
      long cut = approvedFen(expected.required("subject"), period) - sum(matching);
      differences.expectFen(what + " cut", Money.fen(expected.required("cut")), cut);
    }
  }

  /** What was approved of the claims whose expense lies in the year. */
  private long approvedFen(String household, String year) {
    long fen = 0;
    for (Node node : policyCase.households()) {
      if (node.required("hh_id").equals(household)) {
        for (Node claim : node.nodes("agri_claims")) {
          boolean inYear = claim.required("date").startsWith(year.substring(1));
          fen += inYear ? Money.fen(claim.required("approved")) : 0;
        }
      }
    }
    return fen;
  }

  private boolean isSubject(Accrual accrual, String subject) {
    return accrual.subject().equals(result.subject(subject)) || accrual.item().equals(subject);
  }

  /** A month, a range of months, a year, a school year, ONCE, ITEM or ITEM:ref. */
  private static boolean isPeriod(Accrual accrual, String period) {
    String id = accrual.period().id();
    if (accrual.clause().equals(FARMING) && period.startsWith("Y")) {
      return period.equals("Y" + accrual.accruedOn().getYear());
    }
    if (id.startsWith("ITEM:")) {
      return period.equals("ITEM") || id.equals(period) || period.equals("ITEM:" + ref(accrual));
    }
    return period.startsWith("M")
        ? ExpectedPeriods.monthsOf(period).contains(id)
        : id.equals(period);
  }

  private static String ref(Accrual accrual) {
    return accrual.item().substring(accrual.item().lastIndexOf(':') + 1);
  }

  private static long sum(List<Accrual> accruals) {
    return accruals.stream().mapToLong(Accrual::amountFen).sum();
  }

  private static Map<String, Long> expectedLines(Node expected) {
    Map<String, Long> lines = new TreeMap<>();
    for (Node line : expected.nodes("lines")) {
      String key = line.required("payer") + " -> " + line.required("payee");
      lines.merge(key, Money.fen(line.required("amount")), Long::sum);
    }
    return lines;
  }

  /** The sums by payer and payee. */
  Map<String, Long> lines(List<Accrual> accruals) {
    Map<String, Long> lines = new TreeMap<>();
    for (Accrual accrual : accruals) {
      lines.merge(payer(accrual) + " -> " + payee(accrual), accrual.amountFen(), Long::sum);
    }
    return lines;
  }

  private String payer(Accrual accrual) {
    if (accrual.payer() != PayerLevel.TOWN) {
      return accrual.payer().name();
    }
    String town =
        result.unit().households().stream()
            .filter(household -> household.number().equals(accrual.household()))
            .map(household -> household.registration().town().at(DaySet.day(policyCase.to())))
            .findFirst()
            .orElse("");
    return "TOWN:" + town;
  }

  private static String payee(Accrual accrual) {
    return accrual.clause().equals(REHABILITATION)
        ? "AS_APPROVED"
        : PAYEES.get(accrual.payeeKind());
  }

  private static Map<String, Long> expectedTotals(Node totals) {
    Map<String, Long> expected = new TreeMap<>();
    totals
        .values()
        .forEach((payee, yuan) -> expected.put(payee.toString(), Money.fen(yuan.toString())));
    return expected;
  }

  private static Map<String, Long> totals(List<Accrual> accruals) {
    return accruals.stream()
        .collect(
            Collectors.groupingBy(
                ExpectedMoney::payee, TreeMap::new, Collectors.summingLong(Accrual::amountFen)));
  }

  private String named(String subject) {
    return result.subjects().entrySet().stream()
        .filter(entry -> entry.getValue().equals(subject))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(subject);
  }
}
