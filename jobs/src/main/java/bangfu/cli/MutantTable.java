package bangfu.cli;

import bangfu.cases.mutation.MutantResult;
import bangfu.cases.mutation.MutantResult.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The results of a mutation run by clause, and each survivor by name. */
final class MutantTable {
  private final Map<String, Map<State, Integer>> byClause = new TreeMap<>();
  private final List<MutantResult> survivors;
  private final int all;

  MutantTable(List<MutantResult> results) {
    all = results.size();
    survivors = results.stream().filter(r -> r.state() == State.SURVIVED).toList();
    for (MutantResult result : results) {
      List<String> clauses = result.clauses().isEmpty() ? List.of("-") : result.clauses();
      for (String clause : clauses) {
        byClause
            .computeIfAbsent(clause, unknown -> new EnumMap<>(State.class))
            .merge(result.state(), 1, Integer::sum);
      }
    }
  }

  int survived() {
    return survivors.size();
  }

  void print(Terminal terminal) {
    for (MutantResult survivor : survivors) {
      terminal.out().println(terminal.text("mutants.survivor", survivor.id(), survivor.place()));
    }
    terminal.out().println(terminal.text("mutants.by-clause"));
    byClause.forEach(
        (clause, counts) ->
            terminal
                .out()
                .println(
                    terminal.text(
                        "mutants.row",
                        clause,
                        counts.getOrDefault(State.KILLED, 0),
                        counts.getOrDefault(State.EQUIVALENT, 0),
                        counts.getOrDefault(State.STILLBORN, 0),
                        counts.getOrDefault(State.SURVIVED, 0))));
    terminal.out().println(terminal.text("mutants.done", all, survivors.size()));
  }
}
