package bangfu.rules.check;

import bangfu.rules.PolicyPack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All checks of a policy as it is written. */
public final class PolicyCheck {
  private final PolicyPack pack;
  private final List<WrittenRule> rules = new ArrayList<>();

  /**
   * A check of a policy.
   *
   * @throws bangfu.rules.PackException when its rules cannot be parsed
   */
  public PolicyCheck(PolicyPack pack) {
    this.pack = pack;
    for (String measure : pack.measures()) {
      pack.rules(measure).forEach(file -> rules.addAll(WrittenRule.in(file)));
    }
  }

  /** What is found, in no order. */
  public List<PolicyFinding> findings() {
    List<PolicyFinding> found = new ArrayList<>(ParameterChecks.of(pack));
    found.addAll(RuleChecks.of(pack, rules));
    rules.forEach(rule -> found.addAll(JoinCheck.of(rule)));
    return found;
  }

  /** The thresholds and caps among the parameters, by name. */
  public Set<String> limits() {
    return RuleChecks.limits(pack, rules);
  }

  /** Where each rule is written, by name. */
  public Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    rules.forEach(rule -> places.put(rule.name(), rule.place()));
    return places;
  }

  /** The clauses that a rule's name begins with. */
  public static Set<String> clauses(String ruleName) {
    return WrittenRule.clauses(ruleName);
  }

  /** The clause, and those that some rule names together with it. */
  public Set<String> ruledTogether(String clause) {
    Set<String> together = new HashSet<>();
    for (WrittenRule rule : rules) {
      if (rule.clauses().contains(clause)) {
        together.addAll(rule.clauses());
      }
    }
    return together;
  }
}
