package bangfu.cli;

import bangfu.cases.CaseFiles;
import bangfu.cases.CaseRunner;
import bangfu.cases.PolicyCase;
import bangfu.report.ClauseFigures;
import bangfu.rules.Clause;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.rules.check.WrittenRule;
import bangfu.table.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy as a page to read and print: each clause in words, its parameters over time, its
 * rules, its cases as they come out now, and what the last run made of it.
 */
final class PolicyBook {
  private static final int HASH_CHARS = 12;

  private final Terminal terminal;
  private final Policy policy;
  private final ClauseFigures figures;
  private final Html html;
  private final List<WrittenRule> rules = new ArrayList<>();
  private final Map<String, List<Tried>> cases = new LinkedHashMap<>();
  private final BookParameters parameters;
  private final BookBoundaries boundaries;
  private int passed;
  private int failed;

  /** A case, and how its outcome differs from what it expects. */
  private record Tried(PolicyCase policyCase, List<String> differences) {}

  /**
   * @param figures null = no register is asked
   */
  PolicyBook(Terminal terminal, Policy policy, ClauseFigures figures) {
    this.terminal = terminal;
    this.policy = policy;
    this.figures = figures;
    this.parameters = new BookParameters(policy.pack().parameters().values());
    this.boundaries = new BookBoundaries(terminal, policy);
    this.html =
        new Html(
            terminal.language().getLanguage(),
            terminal.text("book.title"),
            "letter.css",
            "book.css");
    for (String measure : policy.pack().measures()) {
      policy.pack().rules(measure).forEach(file -> rules.addAll(WrittenRule.in(file)));
    }
  }

  /** Runs the cases and writes the page. */
  String page() {
    CaseRunner runner = new CaseRunner(policy);
    for (PolicyCase policyCase : CaseFiles.of(policy.pack())) {
      Tried tried = new Tried(policyCase, runner.differences(policyCase));
      passed += tried.differences().isEmpty() ? 1 : 0;
      failed += tried.differences().isEmpty() ? 0 : 1;
      policyCase
          .clausesTested()
          .forEach(clause -> cases.computeIfAbsent(clause, c -> new ArrayList<>()).add(tried));
    }
    passed += boundaries.passed();
    failed += boundaries.failed();
    Map<String, List<Clause>> chapters = chapters();
    cover();
    contents(chapters);
    chapters.forEach(this::chapter);
    general();
    return html.element("footer", text("book.foot")).page();
  }

  int failed() {
    return failed;
  }

  /** The clauses in the order of the notice, by the title of their part of it. */
  private Map<String, List<Clause>> chapters() {
    String[] titles = text("book.chapters").split("\\|", -1);
    Map<String, List<Clause>> chapters = new LinkedHashMap<>();
    for (Clause clause : policy.clauses().values()) {
      String chapter = text("book.chapter-other");
      for (String title : titles) {
        int blank = title.indexOf(' ');
        if (clause.id().startsWith(title.substring(0, blank))) {
          chapter = title;
          break;
        }
      }
      chapters.computeIfAbsent(chapter, c -> new ArrayList<>()).add(clause);
    }
    return chapters;
  }

  private void cover() {
    html.element("h1", text("book.title"));
    html.element("p", "about", text("book.about"));
    if (!policy.pack().title().isEmpty()) {
      html.element("p", "about", text("book.pack", policy.pack().title()));
    }
    html.open("ul", "plain");
    html.element("li", text("book.cases-run", passed + failed, passed, failed));
    if (figures != null) {
      html.element(
          "li",
          figures.month() == null
              ? text("book.no-month")
              : text("book.month", figures.month().toString()));
    }
    html.element(
        "li",
        text("book.version", shortened(policy.rulesHash()), shortened(policy.parametersHash())));
    html.close("ul");
    html.table(text("book.status.columns"));
    for (Clause.Status status : Clause.Status.values()) {
      html.open("tr", "");
      html.open("td", "fixed");
      badge(status);
      html.close("td");
      html.cell("", text("book.status.says." + status));
      html.close("tr");
    }
    html.endOfTable();
  }

  private static String shortened(String hash) {
    return hash.substring(0, HASH_CHARS);
  }

  private void contents(Map<String, List<Clause>> chapters) {
    html.element("h2", "contents", text("book.contents"));
    html.open("div", "contents");
    chapters.forEach(
        (title, clauses) -> {
          html.open("div", "chapter").element("p", "chapter", title).open("ul", "plain");
          for (Clause clause : clauses) {
            html.open("li", "").link(clause.id(), clause.id() + " " + clause.title());
            html.close("li");
          }
          html.close("ul").close("div");
        });
    html.close("div");
  }

  private void chapter(String title, List<Clause> clauses) {
    boolean decides = clauses.stream().anyMatch(clause -> clause.status().needsRule());
    html.open("section", decides ? "chapter decides" : "chapter").element("h2", title);
    clauses.forEach(this::clause);
    html.close("section");
  }

  private void clause(Clause clause) {
    List<WrittenRule> ofClause =
        rules.stream().filter(rule -> rule.clauses().contains(clause.id())).toList();
    html.openAs("section", "clause", clause.id());
    html.open("h3", "").text(clause.id() + " " + clause.title() + " ");
    badge(clause.status());
    html.close("h3");
    said("", clause.words().summary());
    said(text("book.reading"), clause.words().reading());
    if (clause.words().subject() != null) {
      said(
          text("book.concerned"),
          clause.words().concerned() + text("book.subject." + clause.words().subject()));
    }
    figures(clause);
    values(parameters.of(clause, ofClause));
    rules(ofClause);
    cases(cases.getOrDefault(clause.id(), List.of()));
    boundaries.print(clause.id(), html);
    html.close("section");
  }

  private void said(String label, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (label.isEmpty()) {
      html.element("p", text);
    } else {
      html.open("p", "said").element("b", label).element("span", text).close("p");
    }
  }

  private void badge(Clause.Status status) {
    html.element("span", "status " + status, text("book.status." + status));
  }

  private void figures(Clause clause) {
    if (figures == null || figures.month() == null || !clause.status().needsRule()) {
      return;
    }
    ClauseFigures.Figures of = figures.of(clause.id());
    List<String> parts = new ArrayList<>();
    if (of.totalFen() != 0 || of.monthFen() != 0) {
      parts.add(
          text(
              "book.figures.paid",
              of.households(),
              of.subjects(),
              Yuan.format(of.totalFen()),
              Yuan.format(of.monthFen())));
    }
    if (of.listed() > 0) {
      parts.add(text("book.figures.listed", of.listed()));
    }
    if (of.pending() > 0) {
      parts.add(text("book.figures.pending", of.pending()));
    }
    said(
        text("book.figures", figures.month().toString()),
        parts.isEmpty() ? text("book.figures.none") : String.join("；", parts));
  }

  private void values(List<Parameter> of) {
    if (of.isEmpty()) {
      return;
    }
    html.element("h4", text("book.parameters"));
    html.table(text("book.parameters.columns"));
    for (Parameter parameter : of) {
      for (ParameterValue value : parameter.values()) {
        html.open("tr", "");
        html.open("td", "").text(value.title()).element("span", "proof", parameter.name());
        html.close("td");
        html.cell("number", value.value() + " " + text("unit." + value.unit()));
        html.cell("fixed", value.from().toString());
        html.cell("fixed", value.to() == null ? text("book.open-end") : value.to().toString());
        html.cell("", value.source());
        html.close("tr");
      }
    }
    html.endOfTable();
  }

  private void rules(List<WrittenRule> of) {
    if (of.isEmpty()) {
      return;
    }
    html.element("h4", text("book.rules"));
    for (WrittenRule rule : of) {
      html.open("div", "rule");
      html.element("p", rule.statement().isEmpty() ? rule.name() : rule.statement());
      html.element("pre", rule.text());
      html.close("div");
    }
  }

  private void cases(List<Tried> of) {
    if (of.isEmpty()) {
      return;
    }
    html.element("h4", text("book.cases", of.size()));
    html.table(text("book.cases.columns"));
    for (Tried tried : of) {
      html.open("tr", tried.differences().isEmpty() ? "" : "failed");
      html.cell("", tried.policyCase().id());
      html.open("td", "").text(tried.policyCase().title());
      tried.differences().forEach(difference -> html.element("div", "difference", difference));
      html.close("td");
      html.cell("fixed", text(tried.differences().isEmpty() ? "book.passed" : "book.failed"));
      html.close("tr");
    }
    html.endOfTable();
  }

  private void general() {
    List<Parameter> others = parameters.ofAll();
    if (!others.isEmpty()) {
      html.open("section", "chapter").element("h2", text("book.general"));
      values(others);
      html.close("section");
    }
  }

  private String text(String key, Object... values) {
    return terminal.text(key, values);
  }
}
