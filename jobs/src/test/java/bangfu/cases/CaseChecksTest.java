package bangfu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.rules.PackFolder;
import bangfu.rules.Policy;
import bangfu.rules.PolicyPack;
import bangfu.rules.check.PolicyCheck;
import bangfu.rules.check.PolicyFinding;
import bangfu.rules.check.PolicyFinding.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check finds what it looks for, in its file and line, and nothing in what is right. */
class CaseChecksTest {
  private static final String RULES =
      """
      package policy.meals
      import bangfu.engine.claim.Claim
      import bangfu.engine.fact.Certificate
      import bangfu.engine.fact.Enrolment
      import bangfu.engine.fact.Household
      import bangfu.engine.fact.Person
      import static bangfu.engine.time.Cadence.*
      import static bangfu.rules.Amounts.*
      import static bangfu.rules.Words.*

      """;

  private final Map<String, String> files = new HashMap<>(Map.of("pack.yaml", "title: 检查"));

  @Test
  void datesOfValues() {
    files.put(
        "meals/parameters.yaml",
        """
        meal-aid:
          title: 伙食补助
          unit: yuan
          values:
            - {from: 2018-01-01, to: 2018-06-30, value: "1.00", source: 一}
            - {from: 2018-06-15, to: 2018-08-31, value: "2.00", source: 二}
            - {from: 2018-10-01, value: "3.00"}
        """);
    files.put(
        "eligibility/parameters.yaml",
        """
        income-threshold:
          values:
            - {from: 2017-03-10, value: "12000.00", source: 更正}
        """);

    assertThat(written())
        .contains(
            finding(Kind.OVERLAP, "meals/parameters.yaml:6", "meal-aid", "2018-06-15"),
            finding(Kind.GAP, "meals/parameters.yaml:7", "meal-aid", "2018-09-01", "2018-09-30"),
            finding(Kind.NO_SOURCE, "meals/parameters.yaml:7", "meal-aid", "2018-10-01"),
            finding(Kind.UNUSED_PARAMETER, "meals/parameters.yaml:5", "meal-aid"),
            finding(
                Kind.REPLACES, "eligibility/parameters.yaml:3", "income-threshold", "2017-03-10"));
  }

  @Test
  void whatRulesName() {
    files.put(
        "clauses.yaml", "2.9-a: {status: computed, title: 甲}\n2.9-b: {status: list, title: 乙}\n");
    files.put(
        "meals/rules.drl",
        RULES
            + """
            rule "2.9-a -c who"
            when
                $person : Person()
            then
                insert( Claim.of( "2.9-a", $person ).each( YEAR ).pays( rate( "primary-add" ) ).requires( ON_FILE_HERE ) );
                insert( Claim.of( "2.2.4-b", $person ).each( YEAR ).pays( wholeOf( "primary-aid", "x" ) ).requires( ON_FILE_HERE ) );
            end

            rule "no clause"
            when
            then
            end

            rule "2.2.8-a wubao and 60 or over: neighbours' plan"
            when
            then
            end
            """);
    String own = "2.2.8-a wubao and 60 or over: neighbours' plan";

    assertThat(written())
        .contains(
            finding(Kind.CLAUSE_WITHOUT_RULE, "clauses.yaml:2", "2.9-b", "乙"),
            finding(Kind.UNKNOWN_CLAUSE, "meals/rules.drl:11", "2.9-a -c who", "2.9-c"),
            finding(Kind.CLAUSE_NOT_IN_NAME, "meals/rules.drl:16", "2.9-a -c who", "2.2.4-b"),
            finding(Kind.RULE_WITHOUT_CLAUSE, "meals/rules.drl:19", "no clause"))
        .anyMatch(
            found ->
                found.kind() == Kind.UNKNOWN_PARAMETER
                    && found.place().equals("D/meals/rules.drl:15")
                    && found.about().get(1).equals("primary-add")
                    && found.about().get(2).startsWith("primary-aid"))
        .anyMatch(
            found -> found.kind() == Kind.UNKNOWN_PARAMETER && found.about().get(1).equals("x"))
        .noneMatch(found -> found.about().contains("primary-aid"));
    assertThat(PolicyPack.builtIn().rules("elderly_care").get(0).text()).contains(own);
    assertThat(written()).contains(finding(Kind.RULE_TWICE, "meals/rules.drl:24", own));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a : Person()\n $b : Person()",
        "$a : Enrolment()\n $b : Certificate()",
        "$a : Enrolment()\n $b : Enrolment( school == $a.school )",
        "$a : Claim( clause == \"2.2.4-b\" )\n $b : Claim( clause == \"2.2.4-c\" )",
        "$a : Household()\n Person( birth == $a.splitOn )",
        "$a : Person()\n not Certificate( grade == 1 )",
        "$a : Person()\n exists( Enrolment( stage != null ) )",
        "$a : Person()\n ( Enrolment( person == $a ) or Certificate() )",
        "$a : Person()\n $b : Enrolment( person == $a )\n Household( number != null )",
        "$s : String()\n $a : Person()\n $b : Certificate( grade == $s.length )"
      })
  void patternsThatJoinTwoPersonsByAccident(String patterns) {
    assertThat(joins(patterns)).as(patterns).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a : Person()",
        "$a : Enrolment()\n $b : Certificate( person == $a.person )",
        "$a : Person()\n $b : Enrolment( this.person == $a )",
        "$a : Person( $list : enrolments )\n $b : Enrolment() from $a.enrolments",
        "$a : Enrolment( $who : person )\n $b : Certificate( person == $who )",
        "$a : Claim( clause == \"2.2.4-b\" )\n $b : Claim( person == $a.person )",
        "$a : Person()\n not Certificate( person == $a )",
        "$a : Person()\n ( Enrolment( person == $a ) or Certificate( person == $a ) )",
        "$a : Person()\n $b : Certificate()\n eval( $a.id().equals( $b.person().id() ) )",
        "$a : Enrolment()\n String( this == $a.school )"
      })
  void patternsOfOnePersonAreNoAccident(String patterns) {
    assertThat(joins(patterns)).as(patterns).isEmpty();
  }

  private List<PolicyFinding> joins(String patterns) {
    files.put(
        "meals/rules.drl", RULES + "rule \"2.2.4-b x\"\nwhen\n " + patterns + "\nthen\nend\n");
    return written().stream().filter(found -> found.kind() == Kind.LOOSE_JOIN).toList();
  }

  @Test
  void whatCasesShow() {
    files.put(
        "clauses.yaml",
        """
        2.9-a: {status: computed, title: 甲}
        2.9-b: {status: list, title: 乙}
        2.9-c: {status: none, title: 丙}
        """);
    files.put(
        "meals/rules.drl",
        RULES
            + """
            rule "2.9-a never"
            when
                Person( enrolments.size > 99 )
            then
            end

            rule "2.9-b pays"
            when
                $person : Person()
            then
                insert( Claim.of( "2.9-b", $person ).each( YEAR ).pays( rate( "primary-aid" ) ).requires( ON_FILE_HERE ) );
            end
            """);
    files.put(
        "meals/cases.yaml",
        """
        cases:
        - id: one
          title: of an unknown clause
          clauses_tested: [2.9-b, 2.9-z]
          accrual_window: {from: 2017-01-01, to: 2017-12-31}
          households:
            - hh_id: A
              town_code: 440403107
              file: {group: 1, from: 2017-03-10}
              income: {total: 5000.00}
              members:
                - {pid: p, id_no: 440499197510023024, sex: F, birth: 1975-10-02, relation: 户主, hukou: doumen}
          expect:
            entitlements: []
        """);

    assertThat(CaseChecks.of(new Policy(pack())).weighty())
        .contains(
            finding(Kind.NEVER_FIRES, "meals/rules.drl:11", "2.9-a never"),
            finding(Kind.FEW_CASES, "clauses.yaml:1", "2.9-a", "0", "3"),
            finding(Kind.OTHER_STATUS, "clauses.yaml:2", "2.9-b", "LIST", "PAID+PENDING"),
            finding(Kind.CASE_OF_UNKNOWN_CLAUSE, "meals/cases.yaml:2", "one", "2.9-z"))
        .anyMatch(
            found ->
                found.kind() == Kind.CASE_FAILS
                    && found.place().equals("D/meals/cases.yaml:2")
                    && found.about().get(1).contains("2.9-b"));
  }

  @Test
  void theAmendmentIsAsItShouldBe() {
    PolicyPack amendment = PolicyPack.read(Path.of("src/test/resources/amendment-2018"));

    assertThat(CaseChecks.of(new Policy(amendment)).weighty()).isEmpty();
  }

  private List<PolicyFinding> written() {
    return new PolicyCheck(pack()).findings();
  }

  private PolicyPack pack() {
    return PolicyPack.of(new PackFolder("D", files));
  }

  private static PolicyFinding finding(Kind kind, String place, String... about) {
    return PolicyFinding.of(kind, "D/" + place, about);
  }
}
