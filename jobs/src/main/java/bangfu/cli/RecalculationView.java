package bangfu.cli;

import bangfu.engine.fact.IdentityNumber;
import bangfu.recalculate.Difference;
import bangfu.recalculate.Fact;
import bangfu.recalculate.Totals;
import bangfu.table.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Differences on the screen: a table, below it the facts that its rows refer to by number, and the
 * sums by clause. Identity numbers are masked.
 */
final class RecalculationView {
  private static final int MOST_ROWS = 200;

  private final Terminal terminal;
  private final FactText facts;
  private final List<String[]> rows = new ArrayList<>();
  private final Map<Fact, Integer> numbers = new LinkedHashMap<>();

  RecalculationView(Terminal terminal) {
    this.terminal = terminal;
    this.facts = new FactText(terminal.bundle(), terminal.language());
    rows.add(terminal.text("recalculate.columns").split("\\|"));
  }

  void add(Difference difference) {
    if (rows.size() > MOST_ROWS) {
      return;
    }
    String because = difference.facts().stream().map(this::number).collect(Collectors.joining(" "));
    rows.add(
        new String[] {
          difference.household(),
          masked(difference.subject()),
          difference.clause(),
          difference.period(),
          Yuan.format(difference.oldFen()),
          Yuan.format(difference.newFen()),
          Yuan.format(difference.changeFen()),
          difference.correction(),
          because,
          difference.title()
        });
  }

  private String number(Fact fact) {
    numbers.putIfAbsent(fact, numbers.size() + 1);
    return "[" + numbers.get(fact) + "]";
  }

  private static String masked(String subject) {
    return subject.length() == 18 ? IdentityNumber.masked(subject) : subject;
  }

  void print(Totals totals) {
    if (totals.differences() == 0) {
      say("recalculate.nothing");
      return;
    }
    new ScreenTable(rows).print(terminal.out()::println);
    long hidden = totals.differences() - (rows.size() - 1);
    if (hidden > 0) {
      say("recalculate.more", hidden);
    }
    numbers.forEach((fact, n) -> say("recalculate.fact", Integer.toString(n), facts.masked(fact)));
    sums(totals);
  }

  private void sums(Totals totals) {
    long moreFen = 0;
    long lessFen = 0;
    for (Map.Entry<String, Totals.OfClause> entry : totals.byClause().entrySet()) {
      Totals.OfClause clause = entry.getValue();
      moreFen += clause.moreFen();
      lessFen += clause.lessFen();
      if (totals.byClause().size() > 1) {
        say(
            "recalculate.clause",
            entry.getKey(),
            clause.count(),
            Yuan.format(clause.moreFen()),
            Yuan.format(clause.lessFen()),
            clause.title());
      }
    }
    say(
        "recalculate.total",
        totals.differences(),
        Yuan.format(moreFen),
        Yuan.format(lessFen),
        Yuan.format(moreFen - lessFen));
  }

  private void say(String key, Object... values) {
    terminal.out().println(terminal.text(key, values));
  }
}
