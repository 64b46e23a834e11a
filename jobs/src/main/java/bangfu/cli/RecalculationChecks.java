package bangfu.cli;

import bangfu.batch.Correction;
import bangfu.database.Database;
import bangfu.intake.Column;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.ledger.PostedMonths;
import bangfu.recalculate.Question;
import bangfu.register.Register;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What a recalculation is asked, against what there is; every refusal says what is expected. */
final class RecalculationChecks {
  private final Terminal terminal;

  RecalculationChecks(Terminal terminal) {
    this.terminal = terminal;
  }

  void towns(Collection<String> towns) {
    Table households = Tables.standard().table("nb_household");
    Column town = households.columns().get(households.index("镇街代码"));
    for (String code : towns) {
      if (!town.in().contains(code)) {
        throw wrong("usage.town", code, String.join(", ", town.in()));
      }
    }
  }

  void posting(boolean post, String reason, String operator, String asKnownOn) {
    if (!post && !reason.isBlank()) {
      throw wrong("usage.reason-without-post");
    }
    if (post && asKnownOn != null) {
      throw wrong("usage.post-known");
    }
    if (post && !fits(reason, Correction.MOST_REASON_CHARS)) {
      throw wrong("usage.post-reason", Correction.MOST_REASON_CHARS);
    }
    if (operator.strip().length() > Correction.MOST_OPERATOR_CHARS) {
      throw wrong("usage.post-as", Correction.MOST_OPERATOR_CHARS);
    }
  }

  private static boolean fits(String text, int mostChars) {
    return !text.isBlank() && text.strip().length() <= mostChars;
  }

  /** The last posted month. */
  YearMonth lastMonth(Database opened) {
    YearMonth last = new PostedMonths(opened.dataSource()).last();
    if (last == null) {
      throw wrong("usage.nothing-posted");
    }
    return last;
  }

  /** Corrections go into the open month; one that was never run posts them itself. */
  void open(YearMonth chosen, YearMonth last, Database opened) {
    if (chosen.isBefore(last)) {
      throw wrong("usage.closed", chosen, last);
    }
    if (chosen.isAfter(last)) {
      throw wrong("usage.not-run", chosen, last);
    }
    if (!new PostedMonths(opened.dataSource()).isOpen(last)) {
      throw wrong("usage.last-closed", last, last.plusMonths(1));
    }
  }

  void known(Set<String> asked, Set<String> found) {
    Set<String> unknown = new TreeSet<>(asked);
    unknown.removeAll(found);
    if (!unknown.isEmpty()) {
      throw wrong("usage.unknown-household", String.join(", ", unknown));
    }
  }

  /** Says what is compared with what. */
  void say(Question question, YearMonth last, boolean byDefault, Register register) {
    YearMonth month = question.month();
    String key = byDefault ? "recalculate.head-last" : "recalculate.head";
    LocalDate asOf = register.asOfDays(question.known()).get(question.known());
    terminal.out().println(terminal.text(key, month, Integer.toString(question.known()), asOf));
    if (month.isBefore(last)) {
      terminal.out().println(terminal.text("recalculate.earlier", month, last));
    }
    if (month.isAfter(last)) {
      terminal.out().println(terminal.text("recalculate.later", month));
    }
  }

  private UsageException wrong(String key, Object... values) {
    return new UsageException(terminal.text(key, values));
  }
}
