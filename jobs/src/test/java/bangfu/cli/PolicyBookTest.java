package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.cases.BoundaryCase;
import bangfu.cases.BoundaryCases;
import bangfu.cases.CaseFiles;
import bangfu.cases.PolicyCase;
import bangfu.rules.Clause;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.rules.PolicyFile;
import bangfu.rules.check.WrittenRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book holds all of the pack, and needs nothing beside itself. */
class PolicyBookTest {
  private static final Policy POLICY = new Policy();

  @TempDir Path folder;
  private String page;

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("book.html");
    assertThat(Main.run("policy", "book", "--out", file.toString(), "--lang", "zh", "--quiet"))
        .isZero();
    page = Files.readString(file);
  }

  @Test
  void everyClauseHasItsPlaceInTheOrderOfTheNoticeAndInTheContents() {
    int place = 0;
    for (Clause clause : POLICY.clauses().values()) {
      int next = page.indexOf("id=\"" + clause.id() + '"');
      assertThat(next).as(clause.id()).isGreaterThan(place);
      place = next;
      assertThat(clause.words().summary()).as(clause.id()).isNotBlank();
      assertThat(page)
          .contains("<a href=\"#" + clause.id() + "\">")
          .contains(Html.escaped(clause.words().summary()))
          .contains(Html.escaped(clause.words().reading()));
    }
  }

  @Test
  void everyRuleValueAndCaseIsThere() {
    for (String measure : POLICY.pack().measures()) {
      for (PolicyFile file : POLICY.pack().rules(measure)) {
        for (WrittenRule rule : WrittenRule.in(file)) {
          assertThat(page)
              .contains(Html.escaped(rule.statement()))
              .contains(Html.escaped(rule.text()));
          assertThat(rule.text()).startsWith("rule \"" + rule.name()).endsWith("end");
        }
      }
    }
    for (Parameter parameter : POLICY.pack().parameters().values()) {
      for (ParameterValue value : parameter.values()) {
        assertThat(page)
            .contains(Html.escaped(value.title()))
            .contains(Html.escaped(value.source()))
            .contains(value.value());
      }
    }
    for (PolicyCase policyCase : CaseFiles.of(POLICY.pack())) {
      assertThat(page).contains(Html.escaped(policyCase.title()));
    }
    assertThat(page).contains("不通过 0 个");
  }

  @Test
  void boundaryCasesStandWithTheClausesThatTheyTest() {
    BoundaryCases made = BoundaryCases.of(POLICY.pack());
    for (BoundaryCase each : made.all()) {
      for (String clause : each.policyCase().clausesTested()) {
        String section = section(clause);
        assertThat(section).contains(Html.escaped(each.title()), each.day().toString());
        each.values().keySet().forEach(name -> assertThat(section).contains(name));
      }
    }
    assertThat(section("1.2.1-a"))
        .contains("边界用例，按参数的取值生成（9 个）")
        .contains("首日", "差一分 正好 过一分", "无取值 差一分");
  }

  @Test
  void aClauseShowsTheParametersThatItsRulesUse() {
    assertThat(section("2.2.4-b")).contains("primary-aid").doesNotContain("preschool-aid");
    assertThat(section("2.2.5-e"))
        .contains("supplement-per-mille", "dibao-standard", "elder-age")
        .doesNotContain("accident-premium");
    assertThat(section("1.2.1-a")).contains("income-threshold");
  }

  private String section(String clause) {
    int from = page.indexOf("id=\"" + clause + '"');
    return page.substring(from, page.indexOf("</section>", from));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(");
  }
}
