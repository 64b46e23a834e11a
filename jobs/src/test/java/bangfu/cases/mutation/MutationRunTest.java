package bangfu.cases.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.cases.mutation.MutantResult.State;
import bangfu.cli.Main;
import bangfu.rules.PackFolder;
import bangfu.rules.PolicyPack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class MutationRunTest {
  /** About a person of whom no case speaks. */
  private static final String MEALS_RULE =
      """
      package policy.meals

      import bangfu.engine.claim.Claim
      import bangfu.engine.fact.Person
      import static bangfu.engine.time.Cadence.YEAR
      import static bangfu.rules.Amounts.*
      import static bangfu.rules.Words.*

      rule "9.9.9-z meals of the old"
      when
          $person : Person( id == "440499193001010013" )
      then
          insert( Claim.of( "9.9.9-z", $person ).each( YEAR ).pays( rate( "meals" ) )
              .requires( ON_FILE_HERE, AGED_60 ) );
      end
      """;

  private static PolicyPack packWithCases(String cases) {
    return PolicyPack.of(
        new PackFolder(
            "pack",
            Map.of(
                "pack.yaml", "title: meals\n",
                "clauses.yaml", "9.9.9-z: {status: computed, title: 餐补, fund: MEALS}\n",
                "meals/parameters.yaml",
                    """
                    meals:
                      title: 餐补, 每人每年, 9.9.9-z
                      unit: yuan
                      values:
                        - {from: 2017-03-10, value: "10.00", source: "样例"}
                    """,
                "meals/rules.drl", MEALS_RULE,
                "meals/cases.yaml", cases)));
  }

  @Test
  void theCasesFindEveryFaultOfAClause() {
    List<MutantResult> results = new MutationRun(PolicyPack.builtIn()).run("2.2.4-b", result -> {});

    assertThat(results).hasSizeGreaterThan(10);
    assertThat(results).filteredOn(result -> result.state() == State.SURVIVED).isEmpty();
    assertThat(results)
        .filteredOn(result -> result.state() == State.KILLED)
        .allMatch(result -> !result.because().isEmpty());
  }

  @Test
  void aFaultThatNoCaseFindsSurvives() {
    List<MutantResult> results =
        new MutationRun(packWithCases("schema_version: 1\ncases: []\n"))
            .run("9.9.9-z", result -> {});

    assertThat(results)
        .filteredOn(result -> result.state() == State.SURVIVED)
        .extracting(MutantResult::id)
        .contains(
            "meals/meals 2017-03-10 VALUE_UP",
            "meals/9.9.9-z meals of the old RULE_GONE",
            "meals/9.9.9-z meals of the old CONDITION_GONE AGED_60",
            "meals/9.9.9-z meals of the old CADENCE_SWAPPED YEAR");
  }

  /** Each would look like a find. */
  @Test
  void casesThatFailAlreadyAreNamed() {
    String wrong =
        """
        schema_version: 1
        cases:
        - id: "wrong"
          clauses_tested: [9.9.9-z]
          accrual_window: {from: 2017-01-01, to: 2017-12-31}
          households: []
          expect:
            refusals:
              - {clause: 9.9.9-z, subject: a, code: AGE}
        """;

    assertThat(new MutationRun(packWithCases(wrong)).failing())
        .singleElement()
        .asString()
        .startsWith("wrong");
    assertThat(new MutationRun(PolicyPack.builtIn()).failing()).isEmpty();
  }

  @Test
  void everyMutantHasAnIdOfItsOwn() {
    assertThat(new MutationRun(PolicyPack.builtIn()).mutants()).doesNotHaveDuplicates();
  }

  /** The report of the slow profile. */
  @Test
  @EnabledIfSystemProperty(named = "bangfu.slow", matches = "true")
  void noFaultInTheWholePolicySlipsThrough() {
    String report = Path.of("target", "mutants.csv").toString();

    assertThat(Main.run("policy", "mutants", "--csv", report)).isZero();
  }
}
