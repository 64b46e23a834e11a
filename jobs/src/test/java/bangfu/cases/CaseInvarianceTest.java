package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.engine.fold.Accrual;
import bangfu.rules.Policy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every case, whatever it expects. */
class CaseInvarianceTest {
  private static final CaseRunner RUNNER = new CaseRunner(new Policy());
  private static final List<PolicyCase> CASES = OwnCases.all();

  @Test
  void theOrderOfHouseholdsMembersAndRowsDoesNotMatter() {
    for (PolicyCase policyCase : CASES) {
      CaseResult one = RUNNER.run(policyCase);
      CaseResult other = RUNNER.run(reversed(policyCase));

      assertThat(withoutEvidence(other)).as(policyCase.id()).isEqualTo(withoutEvidence(one));
      assertThat(Set.copyOf(other.assessment().pending()))
          .as(policyCase.id())
          .isEqualTo(Set.copyOf(one.assessment().pending()));
      assertThat(Set.copyOf(other.assessment().refusals()))
          .as(policyCase.id())
          .isEqualTo(Set.copyOf(one.assessment().refusals()));
      assertThat(Set.copyOf(other.assessment().actions()))
          .as(policyCase.id())
          .isEqualTo(Set.copyOf(one.assessment().actions()));
    }
  }

  @Test
  void whatAccruedByAMonthAccruedByTheNext() {
    for (PolicyCase policyCase : CASES) {
      List<Accrual> before = List.of();
      YearMonth last = YearMonth.from(policyCase.to());
      for (YearMonth m = YearMonth.of(2017, 3); !m.isAfter(last); m = m.plusMonths(1)) {
        List<Accrual> now = RUNNER.run(until(policyCase, m.atEndOfMonth())).accruals();

        assertThat(now).as("%s by %s", policyCase.id(), m).containsAll(before);
        before = now;
      }
    }
  }

  /** Rows stand on other lines in another order; everything else is the same. */
  private static Set<Accrual> withoutEvidence(CaseResult result) {
    return result.accruals().stream()
        .map(
            a ->
                new Accrual(
                    a.clause(),
                    a.household(),
                    a.subject(),
                    a.item(),
                    a.period(),
                    a.accruedOn(),
                    a.payer(),
                    a.payeeKind(),
                    a.payee(),
                    a.amountFen(),
                    List.of()))
        .collect(Collectors.toSet());
  }

  private static PolicyCase reversed(PolicyCase policyCase) {
    Map<Object, Object> body = new LinkedHashMap<>(policyCase.body().values());
    body.put("households", reversedLists(body.get("households")));
    return with(policyCase, new Node(policyCase.id(), body), policyCase.to());
  }

  private static Object reversedLists(Object value) {
    if (value instanceof List<?> list) {
      List<Object> turned = new ArrayList<>();
      list.forEach(entry -> turned.add(reversedLists(entry)));
      Collections.reverse(turned);
      return turned;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> turned = new LinkedHashMap<>();
      map.forEach((key, entry) -> turned.put(key, reversedLists(entry)));
      return turned;
    }
    return value;
  }

  private static PolicyCase until(PolicyCase policyCase, LocalDate lastDay) {
    return with(policyCase, policyCase.body(), lastDay);
  }

  private static PolicyCase with(PolicyCase policyCase, Node body, LocalDate to) {
    return new PolicyCase(
        policyCase.file(),
        policyCase.id(),
        policyCase.title(),
        policyCase.clausesTested(),
        policyCase.from(),
        to,
        body,
        policyCase.expect());
  }
}
