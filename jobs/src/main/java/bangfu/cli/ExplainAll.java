package bangfu.cli;

import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.engine.fold.Explanation.Verdict;
import bangfu.explain.AnswerTotals;
import bangfu.explain.Answers;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * The answers for everybody: as a file with a row for each, or as a list with a line for each
 * subject.
 */
final class ExplainAll {
  private static final String SEPARATOR = "\u001F";

  private final Terminal terminal;
  private final AnswerCells cells;
  private final Answers answers;
  private final String clause;

  /**
   * @param clause null = all
   */
  ExplainAll(
      Terminal terminal,
      Database database,
      Policy policy,
      YearMonth month,
      String clause,
      boolean unmasked) {
    this.terminal = terminal;
    this.clause = clause;
    ProgressLines progress = new ProgressLines(terminal);
    this.answers =
        new Answers(
            database, policy, month, clause, units -> progress.at(Progress.Stage.ASSESS, units));
    this.cells = new AnswerCells(terminal, policy, unmasked, answers);
  }

  /** Every answer is a row. */
  void write(Path file) {
    try (CsvAside csv = new CsvAside(file, AnswerCells.headers(terminal))) {
      AnswerTotals totals =
          answers.run(
              answer -> String.join(SEPARATOR, cells.of(answer)),
              line -> csv.row((Object[]) line.split(SEPARATOR, -1)));
      csv.keep();
      totals(totals);
    }
    say("explain.written", file);
  }

  /** Every subject that the clause concerns is a line. */
  void list() {
    AnswerList list = new AnswerList(terminal, cells);
    AnswerTotals totals =
        answers.run(
            answer -> answer.verdict() == Verdict.NOT_CONCERNED ? null : list.text(answer),
            list::add);
    list.end();
    totals(totals);
  }

  private void totals(AnswerTotals totals) {
    if (clause == null) {
      say("answer.subjects", totals.households(), totals.persons(), totals.answers());
    }
    for (Verdict verdict : Verdict.values()) {
      if (totals.periods(verdict) > 0) {
        say("answer.periods", cells.verdict(verdict), totals.periods(verdict));
      }
    }
    say("answer.sums", Yuan.format(totals.dueFen()), Yuan.format(totals.postedFen()));
    if (totals.dueFen() != totals.postedFen()) {
      say("answer.differs", Yuan.format(totals.dueFen() - totals.postedFen()));
    }
    if (totals.unansweredFen() != 0) {
      say("answer.unanswered", Yuan.format(totals.unansweredFen()));
    }
  }

  private void say(String key, Object... values) {
    terminal.out().println(terminal.text(key, values));
  }
}
