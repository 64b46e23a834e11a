package bangfu.rules.check;

import bangfu.rules.Clause;
import bangfu.rules.Names;
import bangfu.rules.Parameter;
import bangfu.rules.PolicyPack;
import bangfu.rules.check.PolicyFinding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at what rules name: clauses, parameters, one another. */
final class RuleChecks {
  private static final Pattern CLAUSE = Pattern.compile("\"(\\d[\\d.]*-[a-z])\"");

  /** Calls that name parameters, and the place of the name among their arguments. */
  private static final Pattern PARAMETERS =
      Pattern.compile(
          "\\b(?:rate|wholeOf|shareOfDibaoStandard)\\s*\\(([^()]*)\\)"
              + "|\\b(?:share|inForce)\\s*\\([^(),]*,([^()]*)\\)");

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private final PolicyPack pack;
  private final List<WrittenRule> rules;
  private final Set<String> namedParameters = new HashSet<>();
  private final List<PolicyFinding> found = new ArrayList<>();

  private RuleChecks(PolicyPack pack, List<WrittenRule> rules) {
    this.pack = pack;
    this.rules = rules;
  }

  static List<PolicyFinding> of(PolicyPack pack, List<WrittenRule> rules) {
    RuleChecks checks = new RuleChecks(pack, rules);
    rules.forEach(checks::check);
    checks.names();
    checks.clauses();
    checks.unused();
    return checks.found;
  }

  private void check(WrittenRule rule) {
    if (rule.clauses().isEmpty()) {
      add(Kind.RULE_WITHOUT_CLAUSE, rule.place(), rule.name());
    }
    for (String clause : rule.clauses()) {
      if (!pack.clauses().containsKey(clause)) {
        add(Kind.UNKNOWN_CLAUSE, rule.place(), rule.name(), clause);
      }
    }
    Matcher clause = CLAUSE.matcher(rule.text());
    while (clause.find()) {
      clause(rule, clause.group(1), rule.place(clause.start()));
    }
    Matcher call = PARAMETERS.matcher(rule.text());
    while (call.find()) {
      int group = call.group(1) != null ? 1 : 2;
      parameters(rule, call.group(group), call.start(group));
    }
  }

  private void clause(WrittenRule rule, String clause, String place) {
    if (rule.clauses().contains(clause) || rule.clauses().isEmpty()) {
      return;
    }
    boolean known = pack.clauses().containsKey(clause);
    add(known ? Kind.CLAUSE_NOT_IN_NAME : Kind.UNKNOWN_CLAUSE, place, rule.name(), clause);
  }

  private void parameters(WrittenRule rule, String arguments, int offset) {
    Matcher text = TEXT.matcher(arguments);
    while (text.find()) {
      String name = text.group(1);
      namedParameters.add(name);
      if (!pack.parameters().containsKey(name)) {
        add(
            Kind.UNKNOWN_PARAMETER,
            rule.place(offset + text.start()),
            rule.name(),
            name,
            Names.alike(name, pack.parameters().keySet()));
      }
    }
  }

  /**
   * The parameters that are compared with facts or sums: all but flags and those that a claim
   * names, which are rates.
   */
  static Set<String> limits(PolicyPack pack, List<WrittenRule> rules) {
    Set<String> limits = new LinkedHashSet<>();
    for (Parameter parameter : pack.parameters().values()) {
      if (!parameter.isFlag()) {
        limits.add(parameter.name());
      }
    }
    for (WrittenRule rule : rules) {
      for (String statement : rule.text().split(";", -1)) {
        Matcher name = TEXT.matcher(statement.contains("Claim.of") ? statement : "");
        while (name.find()) {
          limits.remove(name.group(1));
        }
      }
    }
    return limits;
  }

  private void names() {
    Set<String> names = new HashSet<>();
    for (WrittenRule rule : rules) {
      if (!names.add(rule.name())) {
        add(Kind.RULE_TWICE, rule.place(), rule.name());
      }
    }
  }

  private void clauses() {
    Set<String> ruled = new HashSet<>();
    rules.forEach(rule -> ruled.addAll(rule.clauses()));
    for (Clause clause : pack.clauses().values()) {
      if (clause.status().needsRule() && !ruled.contains(clause.id())) {
        add(Kind.CLAUSE_WITHOUT_RULE, clause.place(), clause.id(), clause.title());
      }
    }
  }

  /** Only of the pack's own: those of the program are also named by its vocabulary. */
  private void unused() {
    for (Parameter parameter : pack.parameters().values()) {
      boolean own = PolicyPack.builtIn().parameters().containsKey(parameter.name());
      if (!own && !namedParameters.contains(parameter.name())) {
        String place = parameter.values().isEmpty() ? "" : parameter.values().get(0).place();
        add(Kind.UNUSED_PARAMETER, place, parameter.name());
      }
    }
  }

  private void add(Kind kind, String place, String... about) {
    found.add(PolicyFinding.of(kind, place, about));
  }
}
