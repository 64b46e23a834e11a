package bangfu.cli;

import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fold.Explanation.Verdict;
import bangfu.explain.Answer;
import bangfu.explain.Answers;
import bangfu.intake.Table;
import bangfu.rules.Clause;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells of an answer's row, in the language of the terminal. Safe for several threads. */
final class AnswerCells {
  private static final int ID_CHARS = 18;

  private final Policy policy;
  private final boolean unmasked;
  private final Map<Verdict, String> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, String> concerned = new HashMap<>();
  private final Map<String, List<Table>> missing = new HashMap<>();
  private final Terminal terminal;

  AnswerCells(Terminal terminal, Policy policy, boolean unmasked, Answers answers) {
    this.terminal = terminal;
    this.policy = policy;
    this.unmasked = unmasked;
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, terminal.text("answer." + verdict));
    }
    for (Clause clause : Answers.decidingClauses(policy)) {
      concerned.put(clause.id(), terminal.text("answer.concerned", clause.words().concerned()));
      missing.put(clause.id(), answers.missingTables(clause.id()));
    }
  }

  static String[] headers(Terminal terminal) {
    return terminal.text("answer.columns").split("\\|");
  }

  String[] of(Answer answer) {
    boolean pending = answer.verdict() == Verdict.PENDING;
    return new String[] {
      answer.household(),
      subject(answer.subject()),
      answer.subjectName(),
      answer.clause(),
      policy.title(answer.clause()),
      answer.firstPeriod(),
      answer.lastPeriod(),
      Integer.toString(answer.periods()),
      day(answer.from()),
      day(answer.to()),
      answer.item(),
      verdicts.get(answer.verdict()),
      answer.code(),
      reason(answer),
      answer.accruedOn() == null ? "" : answer.accruedOn().toString(),
      answer.isGranted() ? Yuan.format(answer.mostFen()) : "",
      Yuan.format(answer.postedFen()),
      pending ? missingFact(answer) : "",
      pending ? department(answer) : "",
      pending ? yuan(answer.leastFen()) : "",
      pending ? yuan(answer.mostFen()) : "",
      answer.countedIn()
    };
  }

  String subject(String subject) {
    return subject.length() == ID_CHARS && !unmasked ? IdentityNumber.masked(subject) : subject;
  }

  String verdict(Verdict verdict) {
    return verdicts.get(verdict);
  }

  private static String day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  private static String yuan(Long fen) {
    return fen == null ? "" : Yuan.format(fen);
  }

  private String reason(Answer answer) {
    return switch (answer.verdict()) {
      case GRANTED, LISTED -> "";
      case PENDING -> answer.mostFen() == null ? terminal.text("explain.no-bound") : "";
      case REFUSED ->
          answer.word() == null
              ? terminal.text("letter.limit")
              : terminal.text("letter.failed", answer.word());
      case NOT_CONCERNED ->
          answer.word() != null
              ? terminal.text("letter.failed", answer.word())
              : answer.code().isEmpty()
                  ? concerned.get(answer.clause())
                  : terminal.text("answer." + answer.code());
    };
  }

  private String missingFact(Answer answer) {
    if (!answer.code().equals(Answer.TABLE_MISSING)) {
      return policy.missingFact(answer.code(), answer.clause());
    }
    return missing.get(answer.clause()).stream()
        .map(table -> terminal.text("answer.table", table.title(), table.name()))
        .collect(Collectors.joining("；"));
  }

  private String department(Answer answer) {
    if (!answer.code().equals(Answer.TABLE_MISSING)) {
      return policy.department(answer.code(), answer.clause());
    }
    return missing.get(answer.clause()).stream()
        .map(Table::department)
        .distinct()
        .collect(Collectors.joining("；"));
  }
}
