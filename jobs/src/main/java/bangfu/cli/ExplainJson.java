package bangfu.cli;

import bangfu.batch.RunState;
import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Source;
import bangfu.engine.fold.Explanation;
import bangfu.intake.Table;
import bangfu.ledger.PostedLine;
import bangfu.payment.ReducedPayment;
import bangfu.rules.ParameterValue;
import bangfu.rules.Policy;
import bangfu.table.Yuan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Explanations for programs: amounts in yuan with two decimals, days as intervals. */
final class ExplainJson {
  private static final int ID_CHARS = 18;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Policy policy;
  private final boolean unmasked;

  ExplainJson(Policy policy, boolean unmasked) {
    this.policy = policy;
    this.unmasked = unmasked;
  }

  String text(
      String household,
      String month,
      List<ExplainItem> items,
      List<String> notConcerned,
      List<Table> missingTables,
      List<ReducedPayment> reduced) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("household", household);
    all.put("month", month);
    all.put("sums", items.stream().map(this::item).toList());
    all.put("notConcerned", notConcerned);
    all.put("missingTables", missingTables.stream().map(this::missing).toList());
    if (!reduced.isEmpty()) {
      all.put("setOffs", reduced.stream().map(ExplainJson::setOff).toList());
    }
    return JSON.writeValueAsString(all);
  }

  private static Map<String, Object> setOff(ReducedPayment payment) {
    Map<String, Object> setOff = new LinkedHashMap<>();
    setOff.put("payment", payment.detailNo());
    setOff.put("month", payment.month().toString());
    setOff.put("amount", Yuan.format(payment.amountFen()));
    setOff.put("setOff", Yuan.format(payment.setOffFen()));
    setOff.put("paid", Yuan.format(payment.paidFen()));
    setOff.put("lines", payment.lines());
    setOff.put("recoveries", payment.recoveries());
    setOff.put("sent", payment.sent());
    return setOff;
  }

  private Map<String, Object> missing(Table table) {
    Map<String, Object> missing = new LinkedHashMap<>();
    missing.put("table", table.name());
    missing.put("title", table.title());
    missing.put("department", table.department());
    missing.put("clauses", RunState.clausesRestingOn(table, policy));
    return missing;
  }

  private Map<String, Object> item(ExplainItem item) {
    Explanation why = item.why();
    Map<String, Object> sum = new LinkedHashMap<>();
    sum.put("clause", why.clause());
    sum.put("title", policy.title(why.clause()));
    sum.put("subject", shown(why.subject()));
    sum.put("period", why.period().id());
    sum.put("item", why.item());
    sum.put("verdict", why.verdict().name());
    sum.put("code", why.code());
    if (why.verdict() == Explanation.Verdict.PENDING) {
      sum.put("missingFact", policy.missingFact(why.code(), why.clause()));
      sum.put("department", policy.department(why.code(), why.clause()));
      sum.put("least", yuan(why.leastFen()));
      sum.put("most", yuan(why.mostFen()));
      sum.put("countedIn", why.countedIn());
    }
    sum.put("accruedOn", why.day() == null ? null : why.day().toString());
    sum.put("lines", item.lines().stream().map(ExplainJson::line).toList());
    sum.put("rates", item.rates().stream().map(ExplainJson::rate).toList());
    if (why.cut() != null) {
      sum.put("cap", cap(why.cut()));
    }
    sum.put("rows", why.rows().stream().map(ExplainJson::row).toList());
    sum.put("conditions", why.words().stream().map(ExplainJson::word).toList());
    return sum;
  }

  private static Map<String, Object> cap(Explanation.Cut cut) {
    Map<String, Object> cap = new LinkedHashMap<>();
    cap.put("claimed", Yuan.format(cut.wantedFen()));
    cap.put("most", Yuan.format(cut.capFen()));
    cap.put("drawn", cut.drawn().stream().map(ExplainJson::drawn).toList());
    return cap;
  }

  private static Map<String, Object> drawn(Explanation.Drawn other) {
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("clause", other.clause());
    drawn.put("household", other.household());
    drawn.put("item", other.item());
    drawn.put("day", other.day().toString());
    drawn.put("amount", Yuan.format(other.fen()));
    return drawn;
  }

  /** Null = no bound is known. */
  private static String yuan(Long fen) {
    return fen == null ? null : Yuan.format(fen);
  }

  private String shown(String subject) {
    boolean person = subject.length() == ID_CHARS && !unmasked;
    return person ? IdentityNumber.masked(subject) : subject;
  }

  private static Map<String, Object> line(PostedLine posted) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("number", posted.lineNo());
    line.put("amount", Yuan.format(posted.line().amountFen()));
    line.put("reason", posted.line().reason().label());
    line.put("payer", posted.line().key().payer().level().label());
    line.put("fund", posted.line().key().payer().fund());
    line.put("original", posted.line().originalLineNo());
    line.put(
        "correction",
        posted.line().correction() == null ? null : posted.line().correction().name());
    line.put("sent", posted.sent());
    return line;
  }

  private static Map<String, Object> rate(ParameterValue value) {
    Map<String, Object> rate = new LinkedHashMap<>();
    rate.put("parameter", value.parameter());
    rate.put("title", value.title());
    rate.put("value", value.value());
    rate.put("unit", value.unit());
    rate.put("from", value.from().toString());
    rate.put("to", value.to() == null ? null : value.to().toString());
    rate.put("source", value.source());
    return rate;
  }

  private static Map<String, Object> word(Explanation.Word word) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("name", word.name());
    condition.put("holds", word.holds());
    condition.put("days", word.days().isEmpty() ? "" : word.days().toString());
    condition.put("proof", word.proof().stream().map(ExplainJson::row).toList());
    return condition;
  }

  private static Map<String, Object> row(Source source) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("table", source.table());
    row.put("delivery", source.delivery());
    row.put("line", source.line());
    return row;
  }
}
