package bangfu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.rules.PackException.Expected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder can change of the policy, and how it is told what it cannot. */
class PolicyPackTest {
  private static final LocalDate LAST_DAY_OF_2017 = LocalDate.of(2017, 12, 31);
  private static final LocalDate FIRST_DAY_OF_2018 = LocalDate.of(2018, 1, 1);

  @TempDir private Path folder;

  @BeforeEach
  void title() {
    write("pack.yaml", "title: 补充通知");
  }

  @Test
  void aValueCountsFromItsFirstDayAndEndsTheOneBefore() {
    write(
        "eligibility/parameters.yaml",
        """
        income-threshold:
          values:
            - {from: 2018-01-01, value: "11600.00", source: 补充通知 一}
        """);

    Parameter threshold = pack().parameters().get("income-threshold");

    assertThat(threshold.values()).hasSize(2);
    assertThat(threshold.on(LAST_DAY_OF_2017).orElseThrow())
        .satisfies(
            value -> {
              assertThat(value.value()).isEqualTo("11000.00");
              assertThat(value.to()).isEqualTo(LAST_DAY_OF_2017);
            });
    assertThat(threshold.on(FIRST_DAY_OF_2018).orElseThrow())
        .satisfies(
            value -> {
              assertThat(value.value()).isEqualTo("11600.00");
              assertThat(value.source()).isEqualTo("补充通知 一");
              assertThat(value.place()).endsWith("eligibility/parameters.yaml:3");
            });
  }

  @Test
  void aValueWithTheSameFirstDayReplaces() {
    write(
        "eligibility/parameters.yaml",
        """
        income-threshold:
          values:
            - {from: 2017-03-10, value: "12000.00", source: 更正}
        """);

    assertThat(pack().parameters().get("income-threshold").values())
        .singleElement()
        .extracting(ParameterValue::value)
        .isEqualTo("12000.00");
  }

  @Test
  void aRowOfAKnownClauseChangesWhatItNames() {
    write(
        "clauses.yaml",
        """
        2.2.4-b: {title: 小学生活补助(新)}
        2.2.4-m: {status: computed, title: 普高走读生伙食补助, tables: [jy_enrolment]}
        """);

    PolicyPack pack = pack();

    assertThat(pack.clauses().get("2.2.4-b"))
        .satisfies(
            clause -> {
              assertThat(clause.title()).isEqualTo("小学生活补助(新)");
              assertThat(clause.status()).isEqualTo(Clause.Status.COMPUTED);
            });
    assertThat(pack.clausesRestingOn("jy_enrolment")).containsExactly("2.2.4-m");
    assertThat(pack.clauses().keySet()).last().isEqualTo("2.2.4-m");
  }

  @Test
  void withoutRulesNothingIsCompiled() {
    write(
        "eligibility/parameters.yaml",
        """
        income-threshold:
          values:
            - {from: 2018-01-01, value: "11600.00", source: 补充通知 一}
        """);

    assertThat(pack().changedRules()).isEmpty();
    assertThat(new Policy(pack()).ruleNames()).isEqualTo(new Policy().ruleNames());
  }

  @Test
  void aRuleReplacesTheOneOfItsNameAndAnotherIsAdded() {
    write(
        "education/rules.drl",
        """
        package policy.education

        import bangfu.engine.claim.Claim
        import bangfu.engine.fact.Enrolment
        import bangfu.engine.fact.SchoolStage
        import static bangfu.engine.time.Cadence.SCHOOL_YEAR
        import static bangfu.rules.Amounts.*
        import static bangfu.rules.Words.*
        import static bangfu.rules.EducationWords.*

        rule "2.2.4-b primary living aid"
        when
            $enrolment : Enrolment( stage == SchoolStage.PRIMARY )
        then
            insert( Claim.of( "2.2.4-b", $enrolment ).each( SCHOOL_YEAR ).pays( rate( "study-grant" ) )
                .requires( ON_FILE_HERE, SCHOOL_YEAR_OF_PLAN, ENROLLED, not( "走读", BOARDING, "BOARDING" ) ) );
        end

        rule "2.2.4-b another"
        when
            $enrolment : Enrolment( stage == SchoolStage.PRESCHOOL )
        then
            insert( Claim.of( "2.2.4-b", $enrolment ).each( SCHOOL_YEAR ).pays( rate( "study-grant" ) )
                .requires( ON_FILE_HERE, inForce( "方案内学年", "school-years-of-plan" ), ENROLLED ) );
        end
        """);

    Set<String> names = new Policy(pack()).ruleNames();

    assertThat(names)
        .containsAll(new Policy().ruleNames())
        .contains("2.2.4-b another")
        .hasSize(new Policy().ruleNames().size() + 1);
    assertThat(pack().rules("education").get(0).text())
        .doesNotContain("primary-aid")
        .contains("junior-secondary-aid");
  }

  @Test
  void aMeasureOfItsOwnIsAdded() {
    write("meals/parameters.yaml", "meal-aid: {title: 伙食补助, unit: yuan, values: []}");
    write(
        "meals/rules.drl",
        """
        package policy.meals

        import bangfu.engine.claim.Claim
        import bangfu.engine.fact.Person

        rule "2.2.4-m for everybody"
        when
            $person : Person()
        then
            insert( Claim.of( "2.2.4-m", $person ).awaits( "AMOUNT_UNSPECIFIED" ) );
        end
        """);

    assertThat(pack().measures()).last().isEqualTo("meals");
    assertThat(new Policy(pack()).ruleNames()).contains("2.2.4-m for everybody");
  }

  @Test
  void replacesAMeasuresRulesAsAWhole() {
    write("pack.yaml", "title: 补充通知\nreplaces: [elderly_care]");
    write(
        "elderly_care/rules.drl",
        "package policy.elderly_care\nrule \"2.2.8-a nobody\" when then end\n");

    assertThat(new Policy(pack()).ruleNames())
        .contains("2.2.8-a nobody")
        .filteredOn(name -> name.startsWith("2.2.8-a"))
        .hasSize(1);
  }

  @Test
  void theHashIsThatOfTheTextsWhereverTheyLie() throws IOException {
    String before = pack().hash();
    Files.writeString(folder.resolve("pack.yaml"), "\uFEFFtitle: 补充通知", StandardCharsets.UTF_8);
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/x"), "x");

    assertThat(pack().hash()).isEqualTo(before).matches("[0-9a-f]{64}");

    write("pack.yaml", "title: 补充通知二");
    assertThat(pack().hash()).isNotEqualTo(before);
  }

  @Test
  void aValueCanBeTried() {
    PolicyPack always = PolicyPack.builtIn().set("income-threshold", "12000", null);
    PolicyPack later = PolicyPack.builtIn().set("income-threshold", "12000.5", FIRST_DAY_OF_2018);

    assertThat(always.parameters().get("income-threshold").on(LAST_DAY_OF_2017).orElseThrow())
        .extracting(ParameterValue::value)
        .isEqualTo("12000");
    assertThat(later.parameters().get("income-threshold").on(LAST_DAY_OF_2017).orElseThrow())
        .extracting(ParameterValue::value)
        .isEqualTo("11000.00");
    assertThat(later.parameters().get("income-threshold").on(FIRST_DAY_OF_2018).orElseThrow())
        .extracting(ParameterValue::value)
        .isEqualTo("12000.5");
  }

  @Test
  void errorsSayWhereAndWhatWasExpected() {
    assertRefused("pack.yaml", "titel: x", Expected.ONE_OF, ":1", "titel");
    assertRefused("pack.yaml", "title:", Expected.VALUE, ":1", "title");
    assertRefused(
        "clauses.yaml", "a-b: {status: computed, title: x}", Expected.CLAUSE, ":1", "a-b");
    assertRefused(
        "clauses.yaml", "2.9-a: {status: payed, title: x}", Expected.ONE_OF, ":1", "2.9-a.status");
    assertRefused("clauses.yaml", "2.9-a: {status: list", Expected.YAML, ":1", "");
    String value = "income-threshold:\n  values:\n    - ";
    String key = "income-threshold.values[0]";
    String file = "eligibility/parameters.yaml";
    assertRefused(
        file, value + "{from: 2018-1-1, value: \"1\"}", Expected.DATE, ":3", key + ".from");
    assertRefused(
        file, value + "{from: 2018-01-01, value: 1.234}", Expected.NUMBER, ":3", key + ".value");
    assertRefused(
        file,
        value + "{from: 2018-01-01, to: 2017-01-01, value: 1}",
        Expected.ORDER,
        ":3",
        key + ".to");
    assertRefused("farming/parameters.yaml", value + "{}", Expected.HOME, ":2", "income-threshold");
    assertRefused("notes.txt", "x", Expected.FILE, "", "");
    assertRefused(
        "meals/rules.drl", "package policy.education\n", Expected.PACKAGE, ":1", "package");
    assertRefused(
        "meals/rules.drl",
        "package policy.meals\nrule \"x\"\nwhen\n  Perso()\nthen\nend\n",
        Expected.DRL,
        ":4",
        "");
    assertRefused(
        "meals/rules.drl",
        """
        package policy.meals
        import static bangfu.rules.Words.*
        rule "x"
        when
        then
          insert( ON_FILE_HER );
        end
        """,
        Expected.DRL,
        ":6",
        "");
    assertRefused(
        "meals/rules.drl",
        "package policy.meals\nrule \"x\"\nwhen\nString(\nthen\nend\n",
        Expected.DRL,
        ":6",
        "");
  }

  @Test
  void whatCannotBeTriedIsSaid() {
    assertThatThrownBy(() -> PolicyPack.builtIn().set("income.threshold", "1", null))
        .asInstanceOf(InstanceOfAssertFactories.type(PackException.class))
        .satisfies(
            e -> {
              assertThat(e.expected()).isEqualTo(Expected.PARAMETER);
              assertThat(e.detail()).startsWith("income-threshold");
            });
    assertThatThrownBy(() -> PolicyPack.builtIn().set("plan-in-force", "2", null))
        .asInstanceOf(InstanceOfAssertFactories.type(PackException.class))
        .extracting(PackException::expected)
        .isEqualTo(Expected.NUMBER);
  }

  private void assertRefused(
      String path, String text, Expected expected, String place, String key) {
    Path file = write(path, text);
    assertThatThrownBy(() -> Policy.begun(pack()).await()).isInstanceOf(PackException.class);
    assertThatThrownBy(() -> new Policy(pack()))
        .as(text)
        .asInstanceOf(InstanceOfAssertFactories.type(PackException.class))
        .satisfies(
            e -> {
              assertThat(e.expected()).as(e.getMessage()).isEqualTo(expected);
              assertThat(e.place()).contains(path).endsWith(place);
              assertThat(e.key()).isEqualTo(key);
            });
    if (path.equals("pack.yaml")) {
      title();
    } else {
      delete(file);
    }
  }

  private PolicyPack pack() {
    return PolicyPack.read(folder);
  }

  private Path write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
