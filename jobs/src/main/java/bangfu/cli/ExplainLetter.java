package bangfu.cli;

import bangfu.batch.Explaining;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Source;
import bangfu.engine.fold.Explanation;
import bangfu.engine.fold.Explanation.Verdict;
import bangfu.intake.Tables;
import bangfu.ledger.PostedLine;
import bangfu.payment.ReducedPayment;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A household's explanations as a page that can be printed and handed to the family. */
final class ExplainLetter {
  private static final int ID_CHARS = 18;

  private final Terminal terminal;
  private final Policy policy;
  private final boolean unmasked;
  private final Explaining.Answer answer;
  private final PeriodWords periods;
  private final String household;
  private final LocalDate asOf;
  private final Html html;

  ExplainLetter(
      Terminal terminal,
      Policy policy,
      boolean unmasked,
      Explaining.Answer answer,
      String household,
      LocalDate asOf) {
    this.terminal = terminal;
    this.policy = policy;
    this.unmasked = unmasked;
    this.answer = answer;
    this.household = household;
    this.asOf = asOf;
    this.periods = new PeriodWords(terminal);
    this.html =
        new Html(
            terminal.language().getLanguage(),
            terminal.text("letter.title", household),
            "letter.css");
  }

  /** The whole page; it needs no network. */
  String page(List<ExplainItem> items, List<ReducedPayment> reduced) {
    html.element("h1", text("letter.title", household));
    html.element("p", "about", text("letter.about", headName(household), asOf.toString()));
    granted(items.stream().filter(item -> !item.lines().isEmpty()).toList());
    setOff(reduced);
    pending(of(items, Verdict.PENDING));
    refused(of(items, Verdict.REFUSED));
    reasons(of(items, Verdict.GRANTED));
    return html.element("footer", text("letter.foot")).page();
  }

  private static List<ExplainItem> of(List<ExplainItem> items, Verdict verdict) {
    return items.stream().filter(item -> item.why().verdict() == verdict).toList();
  }

  private void granted(List<ExplainItem> items) {
    html.element("h2", text("letter.granted"));
    if (none(items)) {
      return;
    }
    html.table(text("letter.granted.columns"));
    long total = 0;
    for (ExplainItem item : items) {
      long fen = item.lines().stream().mapToLong(line -> line.line().amountFen()).sum();
      total += fen;
      html.open("tr", "");
      what(item.why());
      html.cell("number", Yuan.format(fen));
      html.cell("fixed", numbers(item.lines()));
      html.close("tr");
    }
    html.open("tr", "total");
    html.cell("", text("letter.total"));
    html.cell("", "");
    html.cell("", "");
    html.cell("number", Yuan.format(total));
    html.cell("", "");
    html.close("tr").endOfTable();
  }

  private static String numbers(List<PostedLine> lines) {
    return lines.stream().map(PostedLine::lineNo).collect(Collectors.joining(" "));
  }

  private void setOff(List<ReducedPayment> payments) {
    if (payments.isEmpty()) {
      return;
    }
    html.element("h2", text("letter.set-off"));
    html.element("p", "about", text("letter.set-off.about"));
    html.table(text("letter.set-off.columns"));
    for (ReducedPayment payment : payments) {
      html.open("tr", "");
      html.cell("fixed", payment.month().toString());
      html.cell("number", Yuan.format(payment.amountFen()));
      html.cell("number", Yuan.format(payment.setOffFen()));
      html.cell("number", Yuan.format(payment.paidFen()));
      html.cell("fixed", String.join(" ", payment.recoveries()));
      html.cell("fixed", payment.detailNo());
      html.close("tr");
    }
    html.endOfTable();
  }

  private void pending(List<ExplainItem> items) {
    if (items.isEmpty()) {
      return;
    }
    html.element("h2", text("letter.pending"));
    html.table(text("letter.pending.columns"));
    for (ExplainItem item : items) {
      Explanation why = item.why();
      html.open("tr", "");
      what(why);
      html.cell("", policy.missingFact(why.code(), why.clause()));
      html.cell("", policy.department(why.code(), why.clause()));
      html.cell("", ExplainItem.bounds(why, terminal));
      html.close("tr");
    }
    html.endOfTable();
  }

  private void refused(List<ExplainItem> items) {
    html.element("h2", text("letter.refused"));
    if (none(items)) {
      return;
    }
    html.table(text("letter.refused.columns"));
    for (List<ExplainItem> alike : ExplainItem.grouped(items, ExplainItem::isAlike)) {
      ExplainItem first = alike.get(0);
      html.open("tr", "");
      html.cell("", policy.title(first.why().clause()));
      html.cell("", shown(first.why().subject()));
      html.cell("", periods(alike));
      html.cell(
          "",
          first.failed() == null
              ? text("letter.limit")
              : text("letter.failed", first.failed().name()));
      html.close("tr");
    }
    html.endOfTable();
  }

  private void reasons(List<ExplainItem> items) {
    html.element("h2", text("letter.reasons"));
    if (none(items)) {
      return;
    }
    for (List<ExplainItem> alike : ExplainItem.grouped(items, ExplainItem::isDueAlike)) {
      ExplainItem item = alike.get(0);
      Explanation why = item.why();
      html.element(
          "h3", policy.title(why.clause()) + " · " + shown(why.subject()) + " · " + periods(alike));
      html.open("ul", "");
      for (ParameterValue rate : item.rates()) {
        html.element(
            "li",
            text(
                "explain.rate",
                rate.title(),
                rate.value(),
                text("unit." + rate.unit()),
                rate.from().toString(),
                rate.source()));
      }
      why.words().forEach(word -> proved(word.name(), word.proof()));
      proved(text("letter.rows"), why.rows());
      html.close("ul");
    }
  }

  private String periods(List<ExplainItem> alike) {
    String last = periods.of(alike.get(alike.size() - 1).why());
    return alike.size() == 1 ? last : periods.of(alike.get(0).why()) + " … " + last;
  }

  private void proved(String what, List<Source> proof) {
    String rows =
        proof.stream()
            .map(
                row ->
                    text(
                        "explain.row",
                        Tables.standard().table(row.table()).title(),
                        Integer.toString(row.line()),
                        Integer.toString(row.delivery())))
            .collect(Collectors.joining("; "));
    html.open("li", "").text(what);
    if (!rows.isEmpty()) {
      html.text(" ").element("span", "proof", rows);
    }
    html.close("li");
  }

  private void what(Explanation why) {
    html.cell("", policy.title(why.clause()));
    html.cell("", shown(why.subject()));
    html.cell("fixed", periods.of(why));
  }

  private boolean none(List<ExplainItem> items) {
    if (items.isEmpty()) {
      html.element("p", "none", text("letter.none"));
    }
    return items.isEmpty();
  }

  private String shown(String subject) {
    if (subject.length() != ID_CHARS) {
      return text("letter.household");
    }
    String name =
        answer.unit().persons().stream()
            .filter(person -> person.id().equals(subject))
            .map(Person::name)
            .findFirst()
            .orElse("");
    return name + " " + (unmasked ? subject : IdentityNumber.masked(subject));
  }

  private String headName(String number) {
    return answer.unit().households().stream()
        .filter(household -> household.number().equals(number))
        .map(Household::headName)
        .findFirst()
        .orElse("");
  }

  private String text(String key, Object... values) {
    return terminal.text(key, values);
  }
}
