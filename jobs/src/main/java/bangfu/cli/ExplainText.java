package bangfu.cli;

import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Source;
import bangfu.engine.fold.Explanation;
import bangfu.engine.time.DaySet;
import bangfu.ledger.LedgerLine;
import bangfu.ledger.PostedLine;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations for people. */
final class ExplainText {
  private static final int ID_CHARS = 18;

  private final Terminal terminal;
  private final Policy policy;
  private final boolean unmasked;

  ExplainText(Terminal terminal, Policy policy, boolean unmasked) {
    this.terminal = terminal;
    this.policy = policy;
    this.unmasked = unmasked;
  }

  void print(List<ExplainItem> items) {
    String heading = "";
    for (List<ExplainItem> alike : ExplainItem.grouped(items, ExplainItem::isAlike)) {
      ExplainItem first = alike.get(0);
      String next = heading(first.why());
      if (!next.equals(heading)) {
        print("");
        print(next);
        heading = next;
      }
      item(first, alike);
    }
  }

  private String heading(Explanation why) {
    return "■ " + why.clause() + " " + policy.title(why.clause()) + "  " + shown(why.subject());
  }

  private String shown(String subject) {
    boolean person = subject.length() == ID_CHARS && !unmasked;
    return person ? IdentityNumber.masked(subject) : subject;
  }

  private void item(ExplainItem first, List<ExplainItem> alike) {
    Explanation why = first.why();
    String last = alike.get(alike.size() - 1).periodText();
    String period = alike.size() == 1 ? last : first.periodText() + " … " + last;
    print("  " + period + "  " + verdict(first));
    first.lines().forEach(this::line);
    first.rates().forEach(this::rate);
    if (why.cut() != null) {
      cut(why.cut());
    }
    why.words().forEach(this::word);
    if (!why.rows().isEmpty()) {
      print("      " + terminal.text("explain.rows", rows(why.rows())));
    }
  }

  private String verdict(ExplainItem item) {
    Explanation why = item.why();
    return switch (why.verdict()) {
      case GRANTED -> terminal.text("explain.granted", why.day().toString());
      case LISTED -> terminal.text("explain.listed", why.code());
      case PENDING ->
          terminal.text(
              "explain.pending",
              why.code(),
              policy.missingFact(why.code(), why.clause()),
              policy.department(why.code(), why.clause()),
              ExplainItem.bounds(why, terminal));
      case REFUSED ->
          item.failed() == null
              ? terminal.text("explain.limit", why.code())
              : terminal.text("explain.refused", why.code(), item.failed().name());
      case NOT_CONCERNED -> throw new IllegalArgumentException(why.clause());
    };
  }

  private void line(PostedLine posted) {
    LedgerLine line = posted.line();
    print(
        "      "
            + terminal.text(
                "explain.line",
                posted.lineNo(),
                Yuan.format(line.amountFen()),
                line.reason().label(),
                line.key().payer().level().label() + " " + line.key().payer().fund(),
                terminal.text(posted.sent() ? "explain.sent" : "explain.unsent")));
  }

  private void rate(ParameterValue rate) {
    print(
        "      "
            + terminal.text(
                "explain.rate",
                rate.title(),
                rate.value(),
                terminal.text("unit." + rate.unit()),
                rate.from().toString(),
                rate.source()));
  }

  private void cut(Explanation.Cut cut) {
    String drawn =
        cut.drawn().stream()
            .map(
                other ->
                    terminal.text(
                        "explain.drawn",
                        Yuan.format(other.fen()),
                        other.household(),
                        other.item(),
                        other.day().toString()))
            .collect(Collectors.joining("; "));
    print(
        "      "
            + terminal.text(
                cut.drawn().isEmpty() ? "explain.cap" : "explain.cut",
                Yuan.format(cut.wantedFen()),
                Yuan.format(cut.capFen()),
                drawn));
  }

  private void word(Explanation.Word word) {
    String proof = rows(word.proof());
    print(
        "      "
            + (word.holds() ? "✓ " : "✗ ")
            + word.name()
            + "  "
            + (word.days().isEmpty() ? terminal.text("explain.no-day") : days(word.days()))
            + (proof.isEmpty() ? "" : "  ← " + proof));
  }

  /** An interval of one day is that day. */
  private static String days(DaySet days) {
    return days.toString().replaceAll("(\\d{4}-\\d{2}-\\d{2})\\.\\.\\1", "$1");
  }

  private String rows(List<Source> sources) {
    return sources.stream().map(this::row).collect(Collectors.joining("; "));
  }

  private String row(Source source) {
    return terminal.text(
        "explain.row",
        source.table(),
        Integer.toString(source.line()),
        Integer.toString(source.delivery()));
  }

  void print(String line) {
    terminal.out().println(line);
  }
}
