package bangfu.cli;

import bangfu.engine.fold.Explanation.Verdict;
import bangfu.explain.Answer;
import bangfu.table.Yuan;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a clause comes to for each subject, a line each, printed as they come. */
final class AnswerList {
  private static final String SEPARATOR = "\u001F";

  private final Terminal terminal;
  private final AnswerCells cells;
  private final Map<String, Integer> states = new LinkedHashMap<>();
  private String subject = "";
  private String head = "";
  private long dueFen;
  private long postedFen;

  AnswerList(Terminal terminal, AnswerCells cells) {
    this.terminal = terminal;
    this.cells = cells;
  }

  /** What {@link #add} needs of an answer. Safe for several threads. */
  String text(Answer answer) {
    String state = cells.verdict(answer.verdict());
    boolean coded = !answer.code().isEmpty() && answer.verdict() != Verdict.LISTED;
    return String.join(
        SEPARATOR,
        answer.subject(),
        answer.household() + "  " + cells.subject(answer.subject()) + "  " + answer.subjectName(),
        coded ? state + ' ' + answer.code() : state,
        Integer.toString(answer.periods()),
        answer.isGranted() ? answer.mostFen().toString() : "0",
        Long.toString(answer.postedFen()));
  }

  /** Takes what {@link #text} made; those of a subject come one after another. */
  void add(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (!parts[0].equals(subject)) {
      end();
      subject = parts[0];
      head = parts[1];
    }
    states.merge(parts[2], Integer.valueOf(parts[3]), Integer::sum);
    dueFen += Long.parseLong(parts[4]);
    postedFen += Long.parseLong(parts[5]);
  }

  /** Prints the last subject. */
  void end() {
    if (states.isEmpty()) {
      return;
    }
    StringBuilder said = new StringBuilder();
    states.forEach(
        (state, periods) ->
            said.append(said.isEmpty() ? "" : "; ")
                .append(terminal.text("answer.state", state, periods)));
    terminal
        .out()
        .println(
            terminal.text("answer.line", head, Yuan.format(dueFen), Yuan.format(postedFen), said));
    states.clear();
    dueFen = 0;
    postedFen = 0;
  }
}
