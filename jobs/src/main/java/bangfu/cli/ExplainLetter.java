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
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private final StringBuilder html = new StringBuilder();

  ExplainLetter(Terminal terminal, Policy policy, boolean unmasked, Explaining.Answer answer) {
    this.terminal = terminal;
    this.policy = policy;
    this.unmasked = unmasked;
    this.answer = answer;
    this.periods = new PeriodWords(terminal);
  }

  /** The whole page; it needs no network. */
  String page(String household, LocalDate asOf, List<ExplainItem> items) {
    String title = text("letter.title", household);
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(terminal.language().getLanguage())
        .append("\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    element("title", title);
    html.append("<style>\n").append(css()).append("</style></head>\n<body>");
    element("h1", title);
    html.append("<p class=\"about\">")
        .append(escaped(text("letter.about", headName(household), asOf.toString())))
        .append("</p>");
    granted(items.stream().filter(item -> !item.lines().isEmpty()).toList());
    pending(of(items, Verdict.PENDING));
    refused(of(items, Verdict.REFUSED));
    reasons(of(items, Verdict.GRANTED));
    html.append("<footer>")
        .append(escaped(text("letter.foot")))
        .append("</footer></body></html>\n");
    return html.toString();
  }

  private static List<ExplainItem> of(List<ExplainItem> items, Verdict verdict) {
    return items.stream().filter(item -> item.why().verdict() == verdict).toList();
  }

  private void granted(List<ExplainItem> items) {
    element("h2", text("letter.granted"));
    if (none(items)) {
      return;
    }
    head("letter.granted.columns");
    long total = 0;
    for (ExplainItem item : items) {
      long fen = item.lines().stream().mapToLong(line -> line.line().amountFen()).sum();
      total += fen;
      html.append("<tr>");
      what(item.why());
      cell("number", Yuan.format(fen));
      cell("fixed", numbers(item.lines()));
      html.append("</tr>\n");
    }
    html.append("<tr class=\"total\">");
    cell("", text("letter.total"));
    cell("", "");
    cell("", "");
    cell("number", Yuan.format(total));
    cell("", "");
    html.append("</tr></tbody></table>");
  }

  private static String numbers(List<PostedLine> lines) {
    return lines.stream().map(PostedLine::lineNo).collect(Collectors.joining(" "));
  }

  private void pending(List<ExplainItem> items) {
    if (items.isEmpty()) {
      return;
    }
    element("h2", text("letter.pending"));
    head("letter.pending.columns");
    for (ExplainItem item : items) {
      Explanation why = item.why();
      html.append("<tr>");
      what(why);
      cell("", policy.missingFact(why.code(), why.clause()));
      cell("", policy.department(why.code(), why.clause()));
      html.append("</tr>\n");
    }
    html.append("</tbody></table>");
  }

  private void refused(List<ExplainItem> items) {
    element("h2", text("letter.refused"));
    if (none(items)) {
      return;
    }
    head("letter.refused.columns");
    for (List<ExplainItem> alike : ExplainItem.grouped(items)) {
      ExplainItem first = alike.get(0);
      html.append("<tr>");
      cell("", policy.title(first.why().clause()));
      cell("", shown(first.why().subject()));
      String last = periods.of(alike.get(alike.size() - 1).why());
      cell("", alike.size() == 1 ? last : periods.of(first.why()) + " … " + last);
      cell(
          "",
          first.failed() == null
              ? text("letter.limit")
              : text("letter.failed", first.failed().name()));
      html.append("</tr>\n");
    }
    html.append("</tbody></table>");
  }

  private void reasons(List<ExplainItem> items) {
    element("h2", text("letter.reasons"));
    if (none(items)) {
      return;
    }
    for (ExplainItem item : items) {
      Explanation why = item.why();
      element(
          "h3",
          policy.title(why.clause()) + " · " + shown(why.subject()) + " · " + periods.of(why));
      html.append("<ul>");
      for (ParameterValue rate : item.rates()) {
        element(
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
      html.append("</ul>");
    }
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
    html.append("<li>").append(escaped(what));
    if (!rows.isEmpty()) {
      html.append(" <span class=\"proof\">").append(escaped(rows)).append("</span>");
    }
    html.append("</li>");
  }

  private void what(Explanation why) {
    cell("", policy.title(why.clause()));
    cell("", shown(why.subject()));
    cell("fixed", periods.of(why));
  }

  private boolean none(List<ExplainItem> items) {
    if (items.isEmpty()) {
      html.append("<p class=\"none\">").append(escaped(text("letter.none"))).append("</p>");
    }
    return items.isEmpty();
  }

  private void head(String columns) {
    html.append("<table><thead><tr>");
    for (String column : text(columns).split("\\|", -1)) {
      boolean number = column.startsWith("#");
      html.append(number ? "<th class=\"number\">" : "<th>")
          .append(escaped(number ? column.substring(1) : column))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>");
  }

  private void cell(String kind, String content) {
    html.append(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">")
        .append(escaped(content))
        .append("</td>");
  }

  private void element(String name, String content) {
    html.append('<').append(name).append('>').append(escaped(content));
    html.append("</").append(name).append(">\n");
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String css() {
    try (InputStream in = ExplainLetter.class.getResourceAsStream("letter.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
