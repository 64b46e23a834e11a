package bangfu.cli;

import bangfu.engine.claim.PayerLevel;
import bangfu.rules.ParameterValue;
import bangfu.simulate.Comparison;
import bangfu.simulate.Edge;
import bangfu.simulate.HouseholdChange;
import bangfu.simulate.Proposal;
import bangfu.simulate.Question;
import bangfu.simulate.SimulationTotals;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A simulation on the screen: what it would cost, who wins and loses, who stands at an edge. */
final class SimulationView {
  private static final int MOST_EDGES = 20;

  private final Terminal terminal;
  private final Question question;
  private final List<String[]> edges = new ArrayList<>();
  private long belowToday;
  private long belowTried;
  private long aboveToday;
  private long aboveTried;

  SimulationView(Terminal terminal, Question question) {
    this.terminal = terminal;
    this.question = question;
  }

  void head(String sets, Path folder) {
    String what = folder == null ? sets : (folder + " " + sets).strip();
    say("simulate.head", what, question.month().atEndOfMonth().toString());
    for (String name : question.tried().pack().parameters().keySet()) {
      String before = values(question.today().pack().parameters().get(name));
      String after = values(question.tried().pack().parameters().get(name));
      if (!before.equals(after)) {
        say("simulate.parameter", name, before, after);
      }
    }
    if (question.assumeFiling()) {
      say("simulate.filing", question.filingDay().toString());
    }
  }

  private String values(bangfu.rules.Parameter parameter) {
    if (parameter == null) {
      return terminal.text("simulate.no-parameter");
    }
    List<String> parts = new ArrayList<>();
    for (ParameterValue value : parameter.values()) {
      parts.add(
          terminal.text(
              "simulate.value",
              value.value(),
              terminal.text("unit." + value.unit()),
              value.from().toString()));
    }
    return String.join("; ", parts);
  }

  void add(Edge edge) {
    belowToday += !edge.tried() && !edge.above() ? 1 : 0;
    belowTried += edge.tried() && !edge.above() ? 1 : 0;
    aboveToday += !edge.tried() && edge.above() ? 1 : 0;
    aboveTried += edge.tried() && edge.above() ? 1 : 0;
    if (edges.size() < MOST_EDGES) {
      edges.add(
          new String[] {
            edge.household(),
            terminal.text(edge.tried() ? "simulate.tried" : "simulate.today"),
            terminal.text(edge.above() ? "simulate.above" : "simulate.below"),
            Yuan.format(edge.incomeFen()),
            Yuan.format(edge.changeFen()),
            edge.headName()
          });
    }
  }

  void print(SimulationTotals totals) {
    Comparison all = totals.all();
    say("simulate.all", yuan(all.todayFen()), yuan(all.triedFen()), yuan(all.changeFen()));
    say(
        all.todayFen() == totals.ledgerFen() ? "simulate.ledger" : "simulate.ledger-differs",
        yuan(totals.ledgerFen()),
        yuan(all.todayFen() - totals.ledgerFen()));
    table("simulate.by-year", totals.by(cost -> Integer.toString(cost.year())), year -> "");
    table(
        "simulate.by-clause",
        totals.by(cost -> cost.clause()),
        clause ->
            question.tried().clauses().containsKey(clause)
                ? question.tried().title(clause)
                : question.today().title(clause));
    table("simulate.by-town", totals.by(cost -> cost.town()), town -> "");
    table(
        "simulate.by-payer",
        totals.by(cost -> PayerLevel.valueOf(cost.payerLevel()).label() + " " + cost.payerTown()),
        payer -> "");
    winners(totals);
    files(totals);
    atEdges();
  }

  private void table(String columns, Map<String, Comparison> sums, Function<String, String> title) {
    List<String[]> rows = new ArrayList<>();
    rows.add(terminal.text(columns).split("\\|"));
    sums.forEach(
        (name, sum) ->
            rows.add(
                new String[] {
                  name.strip(),
                  yuan(sum.todayFen()),
                  yuan(sum.triedFen()),
                  yuan(sum.changeFen()),
                  title.apply(name)
                }));
    terminal.out().println();
    new ScreenTable(rows).print(terminal.out()::println);
  }

  private void winners(SimulationTotals totals) {
    terminal.out().println();
    say("simulate.winners", totals.winners(), yuan(totals.wonFen()));
    say("simulate.losers", totals.losers(), yuan(totals.lostFen()));
    List<String[]> rows = new ArrayList<>();
    rows.add(terminal.text("simulate.largest").split("\\|"));
    for (HouseholdChange change : totals.largest()) {
      rows.add(
          new String[] {
            change.household(),
            yuan(change.sum().todayFen()),
            yuan(change.sum().triedFen()),
            yuan(change.sum().changeFen()),
            change.proposal().label(),
            change.headName()
          });
    }
    if (rows.size() > 1) {
      new ScreenTable(rows).print(terminal.out()::println);
    }
  }

  private void files(SimulationTotals totals) {
    terminal.out().println();
    say(
        "simulate.proposals",
        totals.proposedToday(Proposal.FILE),
        totals.proposedTried(Proposal.FILE),
        totals.proposedToday(Proposal.END),
        totals.proposedTried(Proposal.END));
    boolean any = totals.proposedTried(Proposal.FILE) + totals.proposedTried(Proposal.END) > 0;
    if (any && !question.assumeFiling()) {
      say("simulate.no-filing");
    }
  }

  private void atEdges() {
    String step = yuan(question.stepFen());
    say("simulate.edges", step, belowToday, belowTried, aboveToday, aboveTried);
    if (!edges.isEmpty()) {
      edges.add(0, terminal.text("simulate.edges.screen").split("\\|"));
      new ScreenTable(edges).print(terminal.out()::println);
      long hidden = belowToday + belowTried + aboveToday + aboveTried - (edges.size() - 1);
      if (hidden > 0) {
        say("simulate.more", hidden);
      }
    }
  }

  private static String yuan(long fen) {
    return Yuan.format(fen);
  }

  void say(String key, Object... values) {
    terminal.out().println(terminal.text(key, values));
  }
}
