package bangfu.cases;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import bangfu.engine.time.DaySet;
import bangfu.rules.HouseholdWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A household's place in the target groups, as cases state it.
 *
 * @param perHead yuan, half-up to the fen, for display only; empty for no persons
 * @param netPerHead the same after what illness and disaster cost
 * @param code why not group 1; empty otherwise
 */
record CaseEligibility(
    int persons,
    String perHead,
    String netPerHead,
    boolean group1,
    boolean group2,
    boolean group3,
    String code) {

  static CaseEligibility of(Unit unit, Assessment assessment, String number, LocalDate asOf) {
    Household household =
        unit.households().stream()
            .filter(h -> h.number().equals(number))
            .findFirst()
            .orElseThrow(() -> new CaseSyntaxException("expected a household " + number));
    Household.Registration filed = household.registration();
    long netFen = filed.incomeFen() - HouseholdWords.netLossFen(household, DaySet.day(asOf));
    return new CaseEligibility(
        filed.persons(),
        perHead(filed.incomeFen(), filed.persons()),
        perHead(netFen, filed.persons()),
        isIn(assessment, number, "GROUP_1"),
        isIn(assessment, number, "GROUP_2"),
        isIn(assessment, number, "GROUP_3"),
        assessment.refusals().stream()
            .filter(r -> r.clause().equals("1.2.1-a") && r.subject().equals(number))
            .map(r -> r.code())
            .findFirst()
            .orElse(""));
  }

  void compare(String number, Node expected, Differences differences) {
    differences.expect(number + " size", expected.text("size"), String.valueOf(persons));
    differences.expect(number + " per head", shown(expected, "per_capita_shown"), perHead);
    differences.expect(
        number + " net per head", shown(expected, "net_per_capita_shown"), netPerHead);
    differences.expect(number + " group 1", expected.text("group1"), String.valueOf(group1));
    differences.expect(number + " group 2", expected.text("group2"), String.valueOf(group2));
    differences.expect(number + " group 3", expected.text("group3"), String.valueOf(group3));
    differences.expect(number + " code", expected.text("code"), code);
  }

  /** Yuan, rounded to the fen as they are shown; null when the case does not say. */
  private static String shown(Node expected, String field) {
    return expected.has(field)
        ? new BigDecimal(expected.text(field)).setScale(2, RoundingMode.HALF_UP).toPlainString()
        : null;
  }

  static String perHead(long incomeFen, int persons) {
    return persons == 0
        ? ""
        : BigDecimal.valueOf(incomeFen, 2)
            .divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }

  private static boolean isIn(Assessment assessment, String number, String group) {
    return assessment.actions().stream()
        .anyMatch(action -> action.subject().equals(number) && action.action().equals(group));
  }
}
