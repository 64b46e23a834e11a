package bangfu.rules.check;

import bangfu.rules.check.PolicyFinding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Looks for conditions that join two persons by accident: two patterns about persons, households or
 * their rows in one rule match every pair of them in a unit, unless something says that both are of
 * one person or household. It looks at the parsed rule, for each branch of an {@code or}:
 *
 * <ul>
 *   <li>the patterns whose type is a fact of the register or a {@code Claim}, those below {@code
 *       not}, {@code exists}, {@code forall} and {@code accumulate} too;
 *   <li>two of them are joined when a constraint, a {@code from} or an {@code eval} of one names a
 *       variable of the other together with {@code this}, {@code person}, {@code household}, {@code
 *       id}, {@code number}, {@code subject}, {@code members} or {@code memberships}; equal
 *       schools, days or titles join nobody;
 *   <li>what is not joined with the first of them, directly or through others, is found.
 * </ul>
 */
final class JoinCheck {
  private static final String FACTS = "bangfu.engine.fact.";
  private static final String CLAIM = "Claim";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![\\w$])(this|person|household|id|number|subject|members|memberships)(?!\\w)");
  private static final Pattern BOUND = Pattern.compile("^\\s*(\\$\\w+)\\s*:=?");

  /** What comes from somebody's own list is that person's. */
  private static final String FROM_THIS = "this from ";

  private final Set<String> imports = new HashSet<>();

  private JoinCheck(WrittenRule rule) {
    for (ImportDescr imported : rule.file().getImports()) {
      imports.add(imported.getTarget());
    }
  }

  static List<PolicyFinding> of(WrittenRule rule) {
    JoinCheck check = new JoinCheck(rule);
    Set<PolicyFinding> found = new HashSet<>();
    for (Branch branch : check.branches(rule.parsed().getLhs())) {
      found.addAll(branch.loose(rule));
    }
    return List.copyOf(found);
  }

  /** A pattern with what it binds, and what is said in it. */
  private record Element(PatternDescr pattern, Set<String> variables, List<String> said) {
    boolean joins(Element other) {
      return says(other.variables) || other.says(variables);
    }

    private boolean says(Set<String> theirs) {
      return said.stream().anyMatch(text -> identifies(text, theirs));
    }

    private String words() {
      String name = pattern.getIdentifier() == null ? "" : pattern.getIdentifier() + " : ";
      return name + pattern.getObjectType();
    }
  }

  /** Names one of the variables, and whose it is. */
  private static boolean identifies(String text, Set<String> variables) {
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      if (variables.contains(variable.group()) && IDENTITY.matcher(text).find()) {
        return true;
      }
    }
    return false;
  }

  /** Patterns that have to match together, and the conditions beside them. */
  private record Branch(List<Element> elements, List<String> evals) {
    static final Branch EMPTY = new Branch(List.of(), List.of());

    Branch and(Branch other) {
      List<Element> all = new ArrayList<>(elements);
      all.addAll(other.elements);
      List<String> said = new ArrayList<>(evals);
      said.addAll(other.evals);
      return new Branch(all, said);
    }

    List<PolicyFinding> loose(WrittenRule rule) {
      if (elements.size() < 2) {
        return List.of();
      }
      List<Element> joined = new ArrayList<>(List.of(elements.get(0)));
      List<Element> rest = new ArrayList<>(elements.subList(1, elements.size()));
      boolean grown = true;
      while (grown) {
        grown = rest.removeIf(element -> isJoined(element, joined) && joined.add(element));
      }
      String others = String.join(", ", joined.stream().map(Element::words).toList());
      return rest.stream()
          .map(
              element ->
                  PolicyFinding.of(
                      Kind.LOOSE_JOIN,
                      rule.source().place() + ':' + element.pattern.getLine(),
                      rule.name(),
                      element.words(),
                      others))
          .toList();
    }

    private boolean isJoined(Element element, List<Element> joined) {
      return joined.stream()
          .anyMatch(
              other ->
                  element.joins(other)
                      || evals.stream()
                          .anyMatch(
                              text ->
                                  identifies(text, element.variables)
                                      && identifies(text, other.variables)));
    }
  }

  /** The ways in which a condition can hold, one for each branch of an {@code or}. */
  private List<Branch> branches(BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      return pattern(pattern);
    }
    if (condition instanceof EvalDescr eval) {
      return List.of(new Branch(List.of(), List.of(String.valueOf(eval.getContent()))));
    }
    if (condition instanceof OrDescr or) {
      List<Branch> all = new ArrayList<>();
      or.getDescrs().forEach(one -> all.addAll(branches(one)));
      return all;
    }
    List<Branch> all = List.of(Branch.EMPTY);
    if (condition instanceof ConditionalElementDescr together) {
      for (BaseDescr one : together.getDescrs()) {
        List<Branch> next = branches(one);
        all = all.stream().flatMap(before -> next.stream().map(before::and)).toList();
      }
    }
    return all;
  }

  private List<Branch> pattern(PatternDescr pattern) {
    Set<String> variables = new HashSet<>();
    if (pattern.getIdentifier() != null) {
      variables.add(pattern.getIdentifier());
    }
    List<String> said = new ArrayList<>();
    said(pattern.getConstraint() instanceof AndDescr all ? all : null, variables, said);
    List<Branch> below = List.of(Branch.EMPTY);
    if (pattern.getSource() != null) {
      said.add(FROM_THIS + pattern.getSource());
      if (pattern.getSource() instanceof ConditionalElementDescr source) {
        below = branches((BaseDescr) source);
      }
    }
    if (!isAboutSubjects(pattern)) {
      return below;
    }
    Branch own = new Branch(List.of(new Element(pattern, variables, said)), List.of());
    return below.stream().map(own::and).toList();
  }

  private static void said(AndDescr constraints, Set<String> variables, List<String> said) {
    if (constraints == null) {
      return;
    }
    for (BaseDescr constraint : constraints.getDescrs()) {
      String text = constraint.toString();
      Matcher bound = BOUND.matcher(text);
      if (bound.find()) {
        variables.add(bound.group(1));
      }
      said.add(text);
    }
  }

  private boolean isAboutSubjects(PatternDescr pattern) {
    String type = pattern.getObjectType();
    return type.equals(CLAIM)
        || type.startsWith(FACTS)
        || imports.contains(FACTS + type)
        || (imports.contains(FACTS + "*") && Character.isUpperCase(type.charAt(0)));
  }
}
