package bangfu.cases;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Unit;
import bangfu.engine.fold.Assessment;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A household's place in the target groups, as cases state it.
 *
 * @param perHead yuan, half-up to the fen, for display only; empty for no persons
 * @param code why not group 1; empty otherwise
 */
record CaseEligibility(
    int persons, String perHead, boolean group1, boolean group2, boolean group3, String code) {

  static CaseEligibility of(Unit unit, Assessment assessment, String number) {
    Household.Registration filed =
        unit.households().stream()
            .filter(household -> household.number().equals(number))
            .findFirst()
            .orElseThrow(() -> new CaseSyntaxException("expected a household " + number))
            .registration();
    return new CaseEligibility(
        filed.persons(),
        perHead(filed.incomeFen(), filed.persons()),
        isIn(assessment, number, "GROUP_1"),
        isIn(assessment, number, "GROUP_2"),
        isIn(assessment, number, "GROUP_3"),
        assessment.refusals().stream()
            .filter(r -> r.clause().equals("1.2.1-a") && r.subject().equals(number))
            .map(r -> r.code())
            .findFirst()
            .orElse(""));
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
