package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.engine.fold.Explanation;
import bangfu.rules.PackFolder;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import bangfu.rules.check.PolicyCheck;
import bangfu.rules.check.PolicyFinding;
import bangfu.rules.check.PolicyFinding.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The parameters make the cases, the templates say what is right, and a fault shows. */
class BoundaryCasesTest {
  private static final PolicyPack OWN = PolicyPack.builtIn();
  private static final PolicyPack AMENDMENT =
      PolicyPack.read(Path.of("src/test/resources/amendment-2018"));

  private final Map<String, String> files = new HashMap<>(Map.of("pack.yaml", "title: 检查"));

  @Test
  void aThresholdIsTriedAFenBelowAtAndAboveFromItsFirstDayOn() {
    assertThat(incomes(OWN))
        .containsExactly(
            "2017-03-09 day before, without a value, one fen below: 21999.99",
            "2017-03-09 day before, without a value, at: 22000.00",
            "2017-03-09 day before, without a value, one fen above: 22000.01",
            "2017-03-10 first day, one fen below: 21999.99",
            "2017-03-10 first day, at: 22000.00",
            "2017-03-10 first day, one fen above: 22000.01",
            "2017-03-11 second day, one fen below: 21999.99",
            "2017-03-11 second day, at: 22000.00",
            "2017-03-11 second day, one fen above: 22000.01");
  }

  /** Nobody wrote a case for 11,600: the value alone makes them. */
  @Test
  void anotherValueMakesCasesOfItsOwnAndOfTheDayBeforeIt() {
    assertThat(incomes(AMENDMENT))
        .containsAll(incomes(OWN))
        .contains(
            "2017-12-31 day before, one fen below: 21999.99",
            "2017-12-31 day before, at: 22000.00",
            "2018-01-01 first day, one fen below: 23199.99",
            "2018-01-01 first day, at: 23200.00",
            "2018-01-01 first day, one fen above: 23200.01",
            "2018-01-02 second day, at: 23200.00");
  }

  private static List<String> incomes(PolicyPack pack) {
    String template = "1.2.1-a income-threshold";
    return made(template, pack).stream()
        .map(
            made ->
                made.id().substring(template.length() + 1)
                    + ": "
                    + made.households().get(0).node("income").text("total"))
        .toList();
  }

  @Test
  void anotherRateMakesOtherSums() {
    assertThat(made("2.2.4-b primary-aid", AMENDMENT).stream().map(BoundaryCasesTest::sums))
        .containsExactly(
            "2017-03-09 []",
            "2017-03-10 []",
            "2017-03-11 []",
            "2018-08-31 [AY2017 2000.00]",
            "2018-09-30 [AY2018 2200.00]",
            "2018-09-30 [AY2018 2200.00]");
  }

  /** The last day of the window, and the sums that are expected. */
  private static String sums(PolicyCase made) {
    return made.to()
        + " "
        + made.expect().nodes("entitlements").stream()
            .map(sum -> sum.text("period") + ' ' + sum.text("amount"))
            .toList();
  }

  /**
   * What is right does not come from the engine: another policy differs just where it is another.
   */
  @Test
  void theCasesOfTheAmendmentFailUnderThePolicyBeforeItFromItsDaysOn() {
    assertThat(failing(AMENDMENT, AMENDMENT)).isEmpty();
    assertThat(failing(OWN, OWN)).isEmpty();

    List<String> failing = failing(AMENDMENT, OWN);

    assertThat(failing)
        .contains(
            "1.2.1-a income-threshold 2018-01-01 first day, one fen below",
            "1.2.2-a income-threshold 2018-01-02 second day, one fen below",
            "2.2.4-b primary-aid 2018-09-01 first day",
            "2.2.4-b census day 2018-09-30, at")
        .allMatch(id -> id.matches(".* 201[89]-.*"));
  }

  @Test
  void aLimitThatLetsInWhatIsEqualToItFailsAtTheBoundaryAlone() {
    files.put(
        "eligibility/rules.drl",
        """
        package policy.eligibility
        import bangfu.engine.claim.Claim
        import bangfu.engine.fact.Household
        import static bangfu.rules.HouseholdWords.*

        rule "1.2.3-a group 3: housing hardship with income below the threshold"
        when
            $household : Household( registration.incomeFen <= 1100000L * registration.persons )
        then
            insert( Claim.of( "1.2.3-a", $household ).state( "", "" ).lists( "GROUP_3" )
                .requires( ON_HOUSING_LIST ) );
        end
        """);

    assertThat(failing(OWN, pack()))
        .containsExactly(
            "1.2.3-a income-threshold 2017-03-09 day before, without a value, one fen below",
            "1.2.3-a income-threshold 2017-03-09 day before, without a value, at",
            "1.2.3-a income-threshold 2017-03-10 first day, at",
            "1.2.3-a income-threshold 2017-03-11 second day, at");
  }

  @Test
  void aRateInPlaceOfAnotherIsExplained() {
    PolicyCase made = made("2.2.3-a medical-premium", OWN).get(1);
    CaseRunner runner = new CaseRunner(new Policy(OWN.set("medical-premium", "361.00", null)));

    List<CaseDifference> differences = runner.found(made);

    assertThat(made.name())
        .isEqualTo(
            "2.2.3-a medical-premium 2017-03-10 first day (medical-premium 360.00)"
                + " disabled and insured, on file from the day on");
    assertThat(made.file()).matches("policy/medical/boundaries.yaml:\\d+");
    assertThat(differences.get(0).text())
        .isEqualTo("2.2.3-a for a in Y2017: expected 360.00, but was 361.00");
    assertThat(runner.why(made, differences.get(0)))
        .singleElement()
        .satisfies(why -> assertThat(why.verdict()).isEqualTo(Explanation.Verdict.GRANTED));
  }

  static Stream<ParameterValue> limits() {
    return new PolicyCheck(OWN)
        .limits().stream()
            .filter(name -> !name.equals("accident-cover"))
            .flatMap(name -> OWN.parameters().get(name).values().stream());
  }

  @ParameterizedTest
  @MethodSource("limits")
  void eachLimitAStepUpOrDownFails(ParameterValue value) {
    for (int direction : List.of(-1, 1)) {
      assertThat(failing(OWN, OWN.with(moved(value, direction))))
          .as("%s %s moved by %d", value.parameter(), value.from(), direction)
          .isNotEmpty();
    }
  }

  /** Four fifths of the standard move by a fen at the latest when it moves by two. */
  private static Parameter moved(ParameterValue value, int direction) {
    Parameter parameter = OWN.parameters().get(value.parameter());
    String step =
        value.parameter().equals("dibao-standard")
            ? "0.02"
            : value.unit().equals("yuan") ? "0.01" : "1";
    BigDecimal moved =
        new BigDecimal(value.value())
            .add(new BigDecimal(step).multiply(BigDecimal.valueOf(direction)));
    List<ParameterValue> values = new ArrayList<>(parameter.values());
    values.replaceAll(
        each -> each.equals(value) ? with(value, moved.toPlainString(), value.from()) : each);
    return new Parameter(
        parameter.name(), parameter.measure(), parameter.title(), parameter.unit(), values);
  }

  private static ParameterValue with(ParameterValue value, String number, LocalDate from) {
    return new ParameterValue(
        value.parameter(),
        value.title(),
        value.unit(),
        number,
        from,
        value.to(),
        value.source(),
        value.place());
  }

  @ParameterizedTest
  @CsvSource({
    "income-threshold, 1.2.1-a income-threshold",
    "rehabilitation-minimum, 2.2.3-b rehabilitation-minimum",
    "mother-grant, 2.2.7-a -b -c -d sums",
    "plan-in-force, 2.2.6-b shares"
  })
  void aValueThatBeginsADayLateFailsOnItsFirstDay(String name, String template) {
    Parameter parameter = OWN.parameters().get(name);
    ParameterValue value = parameter.values().get(0);
    Parameter late =
        new Parameter(
            name,
            parameter.measure(),
            parameter.title(),
            parameter.unit(),
            List.of(with(value, value.value(), value.from().plusDays(1))));

    assertThat(failing(OWN, OWN.with(late)))
        .anyMatch(id -> id.startsWith(template) && id.contains("2017-03-10 first day"))
        .allMatch(id -> id.contains("2017-03-10"));
  }

  @Test
  void eachCaseHasAnIdOfItsOwn() {
    assertThat(BoundaryCases.of(AMENDMENT).policyCases())
        .extracting(PolicyCase::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void aTemplateOfAPackStandsInPlaceOfTheOneWithItsName() {
    boundaries(
        """
        - name: "1.2.1-a income-threshold"
          parameter: income-threshold
          household: {income: {total: <value + step>}, members: [{}]}
          expect: {below: {}, at: {}, above: {}, without: {}}
        """);

    assertThat(incomes(pack())).contains("2017-03-10 first day, one fen below: 10999.99");
  }

  @Test
  void whatHasNoTemplateIsNamed() {
    files.put("clauses.yaml", "2.9-a: {status: computed, title: 甲}\n");
    files.put(
        "meals/parameters.yaml",
        """
        meal-limit: {title: "上限, 2.9-a", unit: yuan, values: [{from: 2018-01-01, value: "1.00", source: 一}]}
        meal-rate: {title: "标准, 2.9-a", unit: yuan, values: [{from: 2018-01-01, value: "1.00", source: 一}]}
        meals-in-force: {title: 施行, unit: flag, values: [{from: 2018-01-01, value: "1", source: 一}]}
        """);
    files.put(
        "meals/rules.drl",
        """
        package policy.meals
        rule "2.9-a x"
        when
        then
            insert( Claim.of( "2.9-a", null ).pays( rate( "meal-rate" ) ) );
        end
        """);

    assertThat(findings())
        .containsExactlyInAnyOrder(
            finding(Kind.LIMIT_WITHOUT_BOUNDARY, "meals/parameters.yaml:1", "meal-limit"),
            finding(Kind.DATES_WITHOUT_BOUNDARY, "meals/parameters.yaml:2", "meal-rate", "2.9-a"),
            finding(Kind.PARAMETER_WITHOUT_BOUNDARY, "meals/parameters.yaml:3", "meals-in-force"));

    files.put(
        "meals/boundaries.yaml", "no_cases: {meal-limit: 一, meal-rate: 二, meals-in-force: 三}");
    assertThat(findings()).isEmpty();

    boundaries(
        """
        - name: "2.9-a meal-limit"
          parameter: meal-limit
          household: {members: [{}]}
          expect: {in_force: {}, without: {}}
        """);
    assertThat(findings())
        .as("a limit needs the three sides")
        .contains(finding(Kind.LIMIT_WITHOUT_BOUNDARY, "meals/parameters.yaml:1", "meal-limit"));
  }

  @Test
  void aTemplateThatDoesNotSayWhatIsRightIsNamed() {
    boundaries(
        """
        - name: "2.2.4-b primary-aid"
          parameter: primary-aid
          household: {members: [{}]}
          expect: {without: {}}
        """);

    assertThat(findings())
        .containsExactly(
            finding(
                Kind.BOUNDARY_WITHOUT_RESULT,
                "meals/boundaries.yaml:2",
                "2.2.4-b primary-aid",
                "2017-03-10",
                "in_force"),
            finding(
                Kind.BOUNDARY_WITHOUT_RESULT,
                "meals/boundaries.yaml:2",
                "2.2.4-b primary-aid",
                "2017-03-11",
                "in_force"));
  }

  @Test
  void aReasonForWhatHasCasesIsNamed() {
    files.put("meals/boundaries.yaml", "no_cases:\n  income-threshold: 没有\n  no-such: 没有\n");

    assertThat(findings())
        .contains(
            finding(Kind.IDLE_REASON, "meals/boundaries.yaml:2", "income-threshold"),
            finding(Kind.IDLE_REASON, "meals/boundaries.yaml:3", "no-such"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: 2.9-a x, parameter: income-treshold, household: {members: [{}]}, expect: {at: {}}}"
            + "|expected the name of a parameter, but was 'income-treshold'; perhaps one of income-threshold",
        "{name: 2.9-a x, household: {members: [{}]}, expect: {at: {}}}"
            + "|expected a parameter, parameters or a day",
        "{name: 2.9-a x, day: 31-12, household: {members: [{}]}, expect: {at: {}}}"
            + "|expected month and day such as 09-30, but was '31-12'",
        "{name: 2.9-a x, day: 09-30, unit: week, household: {members: [{}]}, expect: {at: {}}}"
            + "|expected fen, day, month, year, grade, per mille or person, but was 'week'",
        "{name: 2.9-a x, day: 09-30, household: {members: [{}]}, expect: {beside: {}}}"
            + "|but was 'beside'",
        "{name: 2.9-a x, day: 09-30, household: {members: [{}]}}|expected what is right (expect)",
        "{name: 2.9-a x, day: 09-30, householt: {members: [{}]}, expect: {at: {}}}"
            + "|but was 'householt'",
        "{name: 2.9-a x, day: 09-30, household: {income: {total: <valve + step>}, members: [{}]},"
            + " expect: {at: {}}}|<valve + step>: expected one of",
        "{name: 2.9-a x, day: 09-30, household: {members: [{}]}, expect: {at: {}}}"
            + "|expected step in a fact"
      })
  void aTemplateThatCannotBeReadSaysWhere(String template, String message) {
    boundaries("- " + template + "\n");

    assertThatThrownBy(() -> BoundaryCases.of(pack()))
        .isInstanceOf(CaseSyntaxException.class)
        .hasMessageContaining("2.9-a x")
        .hasMessageContaining(message);
  }

  private void boundaries(String templates) {
    files.put("meals/boundaries.yaml", "boundaries:\n" + templates);
  }

  private List<PolicyFinding> findings() {
    PolicyPack pack = pack();
    return BoundaryChecks.of(pack, BoundaryCases.of(pack), new PolicyCheck(pack).limits());
  }

  private PolicyPack pack() {
    return PolicyPack.of(new PackFolder("D", files));
  }

  private static PolicyFinding finding(Kind kind, String place, String... about) {
    return PolicyFinding.of(kind, "D/" + place, about);
  }

  private static List<PolicyCase> made(String template, PolicyPack pack) {
    return BoundaryCases.of(pack).all().stream()
        .filter(made -> made.template().equals(template))
        .map(BoundaryCase::policyCase)
        .toList();
  }

  /** The boundary cases of one policy that fail under another. */
  private static List<String> failing(PolicyPack cases, PolicyPack policy) {
    CaseRunner runner = new CaseRunner(new Policy(policy));
    return BoundaryCases.of(cases).policyCases().stream()
        .filter(made -> !runner.differences(made).isEmpty())
        .map(PolicyCase::id)
        .toList();
  }
}
