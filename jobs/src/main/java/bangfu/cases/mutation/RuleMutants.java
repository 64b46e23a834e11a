package bangfu.cases.mutation;

import bangfu.cases.mutation.Mutant.Operator;
import bangfu.rules.Parameter;
import bangfu.rules.PolicyFile;
import bangfu.rules.PolicyPack;
import bangfu.rules.RuleText;
import bangfu.rules.check.PolicyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Faults in the text of rules. */
final class RuleMutants {
  private static final Pattern PATTERN = Pattern.compile("\\$\\w+ : \\w+\\( (.+) \\)\\s*$");
  private static final Pattern LIST = Pattern.compile(" in \\( ([^()]+) \\)");
  private static final Pattern REQUIRES = Pattern.compile("\\.requires\\( ");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]+");
  private static final Pattern NAME = Pattern.compile("\"([a-z][a-z0-9-]+)\"");
  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9_]+)\"");
  private static final Pattern CADENCE = Pattern.compile("\\b(SCHOOL_YEAR|YEAR|MONTH)\\b(?=[ ,)])");
  private static final String CADENCES = "bangfu.engine.time.Cadence.";
  private static final Map<String, String> OTHER_CADENCE =
      Map.of("SCHOOL_YEAR", "YEAR", "YEAR", "MONTH", "MONTH", "YEAR");
  private static final Pattern CALL =
      Pattern.compile(
          "\\.(pendingOnce|perHousehold|sharedByHousehold|sharedByFact|anywhere|forTheHousehold)\\(\\)"
              + "|\\.(explains|elsewhere|per)\\( (?=.)");

  private final PolicyPack pack;
  private final PolicyFile file;
  private final List<Mutant> mutants;
  private RuleDescr rule;
  private int begin;
  private int end;

  private RuleMutants(PolicyPack pack, PolicyFile file, List<Mutant> mutants) {
    this.pack = pack;
    this.file = file;
    this.mutants = mutants;
  }

  static List<Mutant> of(PolicyPack pack) {
    List<Mutant> mutants = new ArrayList<>();
    for (String measure : pack.measures()) {
      for (PolicyFile file : pack.rules(measure)) {
        new RuleMutants(pack, file, mutants).mutateAll();
      }
    }
    return mutants;
  }

  private void mutateAll() {
    for (RuleDescr each : RuleText.parsed(file).getRules()) {
      rule = each;
      begin = offset(each.getLine() - 1);
      end = offset(each.getEndLine());
      mutate();
    }
  }

  /** Where a line begins, counted from 0. */
  private int offset(int line) {
    int at = 0;
    for (int i = 0; i < line && at < file.text().length(); i++) {
      int feed = file.text().indexOf('\n', at);
      at = feed < 0 ? file.text().length() : feed + 1;
    }
    return at;
  }

  private String text() {
    return file.text().substring(begin, end);
  }

  private void mutate() {
    add(Operator.RULE_GONE, "", begin, end, "");
    int when = text().indexOf("when");
    int then = text().indexOf("then", when);
    if (when < 0 || then < 0) {
      return;
    }
    constraints(when, then);
    conditions(then);
    names(then);
    each(CODE, then, Operator.CODE_SWAPPED, code -> "\"MUTANT_CODE\"");
    each(CADENCE, then, Operator.CADENCE_SWAPPED, c -> CADENCES + OTHER_CADENCE.get(c));
    calls(then);
  }

  private void constraints(int when, int then) {
    for (String line : text().substring(when, then).lines().toList()) {
      Matcher pattern = PATTERN.matcher(line);
      if (pattern.find()) {
        int at = begin + text().indexOf(line, when) + pattern.start(1);
        int to = at + pattern.group(1).length();
        add(Operator.CONSTRAINT_GONE, pattern.group(1), at, to, "");
        Matcher list = LIST.matcher(pattern.group(1));
        if (list.find()) {
          List<Part> parts = parts(list.group(1), at + list.start(1));
          parts.forEach(part -> without(Operator.LISTED_GONE, part, parts));
        }
      }
    }
  }

  private void conditions(int then) {
    Matcher requires = REQUIRES.matcher(text());
    if (!requires.find(then)) {
      return;
    }
    int from = begin + requires.end();
    List<Part> parts = parts(file.text().substring(from, closing(from)), from);
    for (Part part : parts) {
      without(Operator.CONDITION_GONE, part, parts);
      if (WORD.matcher(part.text()).matches()) {
        String negated = "bangfu.rules.Words.not( \"非\", " + part.text() + ", \"MUTANT_CODE\" )";
        add(Operator.CONDITION_NEGATED, part.text(), part.from(), part.to(), negated);
      }
    }
  }

  /** The place of the parenthesis that closes what is open at an offset. */
  private int closing(int from) {
    int depth = 0;
    int at = from;
    while (depth >= 0) {
      char letter = file.text().charAt(at++);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
    }
    return at - 1;
  }

  private record Part(String text, int from, int to) {}

  /** What commas outside parentheses separate. */
  private static List<Part> parts(String text, int offset) {
    List<Part> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char letter = i == text.length() ? ',' : text.charAt(i);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (letter == ',' && depth == 0) {
        String part = text.substring(start, i);
        int from = start + part.length() - part.stripLeading().length();
        parts.add(new Part(part.strip(), offset + from, offset + from + part.strip().length()));
        start = i + 1;
      }
    }
    return parts;
  }

  /** Takes one part away, and the comma that is then too many. */
  private void without(Operator operator, Part part, List<Part> parts) {
    int index = parts.indexOf(part);
    int from = index == 0 ? part.from() : parts.get(index - 1).to();
    int to = index == 0 && parts.size() > 1 ? parts.get(1).from() : part.to();
    add(operator, part.text(), from, to, "");
  }

  /** Names of parameters: each in place of the next of its measure and unit. */
  private void names(int then) {
    each(NAME, then, Operator.RATE_SWAPPED, this::otherParameter);
  }

  private String otherParameter(String quoted) {
    Parameter named = pack.parameters().get(quoted.substring(1, quoted.length() - 1));
    if (named == null) {
      return null;
    }
    List<String> alike =
        pack.parameters().values().stream()
            .filter(p -> p.measure().equals(named.measure()) && p.unit().equals(named.unit()))
            .filter(p -> p.equals(named) || !values(p).equals(values(named)))
            .map(Parameter::name)
            .toList();
    int next = (alike.indexOf(named.name()) + 1) % alike.size();
    return alike.size() == 1 ? null : '"' + alike.get(next) + '"';
  }

  private static List<String> values(Parameter parameter) {
    return parameter.values().stream().map(value -> value.value()).toList();
  }

  private void each(
      Pattern pattern, int then, Operator operator, UnaryOperator<String> replacement) {
    Matcher found = pattern.matcher(text());
    int from = then;
    while (found.find(from)) {
      String other = replacement.apply(found.group());
      if (other != null) {
        add(operator, found.group(), begin + found.start(), begin + found.end(), other);
      }
      from = found.end();
    }
  }

  private void calls(int then) {
    Matcher call = CALL.matcher(text());
    int from = then;
    while (call.find(from)) {
      int start = begin + call.start();
      int to = call.group(1) != null ? begin + call.end() : closing(begin + call.end()) + 1;
      add(Operator.CALL_GONE, file.text().substring(start, to), start, to, "");
      from = call.end();
    }
  }

  private void add(Operator operator, String touched, int from, int to, String replacement) {
    String mutated = file.text().substring(0, from) + replacement + file.text().substring(to);
    String name = touched.isEmpty() ? "" : ' ' + touched.replace("\"", "");
    String id = file.measure() + '/' + rule.getName() + ' ' + operator + name;
    long before =
        mutants.stream().filter(m -> m.id().equals(id) || m.id().startsWith(id + " #")).count();
    int line = 1 + (int) file.text().substring(0, from).chars().filter(c -> c == '\n').count();
    mutants.add(
        new Mutant(
            before == 0 ? id : id + " #" + (before + 1),
            file.measure(),
            operator,
            PolicyCheck.clauses(rule.getName()),
            file.place() + ':' + line,
            () -> pack.with(new PolicyFile(file.path(), file.place(), mutated, file.builtIn()))));
  }
}
