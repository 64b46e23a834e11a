package bangfu.cli;

import bangfu.cases.BoundaryCase;
import bangfu.cases.BoundaryCases;
import bangfu.cases.CaseRunner;
import bangfu.rules.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The boundary cases of a clause as a table: a row for each template and day. */
final class BookBoundaries {
  private final Terminal terminal;
  private final Map<BoundaryCase, List<String>> differences = new LinkedHashMap<>();

  /** Runs the boundary cases. */
  BookBoundaries(Terminal terminal, Policy policy) {
    this.terminal = terminal;
    CaseRunner runner = new CaseRunner(policy);
    for (BoundaryCase made : BoundaryCases.of(policy.pack()).all()) {
      differences.put(made, runner.differences(made.policyCase()));
    }
  }

  int passed() {
    return differences.size() - failed();
  }

  int failed() {
    return (int) differences.values().stream().filter(found -> !found.isEmpty()).count();
  }

  void print(String clause, Html html) {
    List<BoundaryCase> of =
        differences.keySet().stream()
            .filter(made -> made.policyCase().clausesTested().contains(clause))
            .toList();
    if (of.isEmpty()) {
      return;
    }
    html.element("h4", text("book.boundaries", of.size()));
    html.table(text("book.boundaries.columns"));
    Map<String, List<BoundaryCase>> rows =
        of.stream()
            .collect(
                Collectors.groupingBy(
                    made -> made.template() + ' ' + made.day(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    rows.values().forEach(sides -> row(sides, html));
    html.endOfTable();
  }

  /** The cases of one template and day. */
  private void row(List<BoundaryCase> sides, Html html) {
    BoundaryCase first = sides.get(0);
    List<String> found = new ArrayList<>();
    sides.forEach(made -> found.addAll(differences.get(made)));
    html.open("tr", found.isEmpty() ? "" : "failed");
    html.cell("", values(first));
    html.open("td", "fixed").text(first.day().toString());
    if (first.edge() != null) {
      html.element("div", text("book.edge." + first.edge()));
    }
    html.close("td");
    html.open("td", "").text(first.title());
    found.forEach(difference -> html.element("div", "difference", difference));
    html.close("td");
    html.cell("", tried(sides));
    html.cell("fixed", text(found.isEmpty() ? "book.passed" : "book.failed"));
    html.close("tr");
  }

  private String values(BoundaryCase made) {
    return made.values().entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + ' '
                    + (entry.getValue().isEmpty() ? text("book.no-value") : entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The sides, and what holds on the day when it is no value. */
  private String tried(List<BoundaryCase> sides) {
    List<String> words = new ArrayList<>();
    BoundaryCase first = sides.get(0);
    if (first.place() != BoundaryCase.Place.IN_FORCE || first.side() == null) {
      words.add(text("book.place." + first.place()));
    }
    for (BoundaryCase made : sides) {
      if (made.side() != null) {
        words.add(text("book.side." + made.side(), text("book.step." + made.step())));
      }
    }
    return String.join(" ", words);
  }

  private String text(String key, Object... values) {
    return terminal.text(key, values);
  }
}
