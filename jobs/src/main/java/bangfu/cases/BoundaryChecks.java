package bangfu.cases;

import bangfu.rules.Clause;
import bangfu.rules.Parameter;
import bangfu.rules.PolicyPack;
import bangfu.rules.check.PolicyFinding;
import bangfu.rules.check.PolicyFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for thresholds, caps and days of parameters at which no template stands, and none could as
 * far as is written.
 */
final class BoundaryChecks {
  private final PolicyPack pack;
  private final BoundaryCases boundaries;
  private final List<PolicyFinding> found = new ArrayList<>();

  private BoundaryChecks(PolicyPack pack, BoundaryCases boundaries) {
    this.pack = pack;
    this.boundaries = boundaries;
  }

  /**
   * What is found.
   *
   * @param limits the thresholds and caps among the parameters
   */
  static List<PolicyFinding> of(PolicyPack pack, BoundaryCases boundaries, Set<String> limits) {
    BoundaryChecks checks = new BoundaryChecks(pack, boundaries);
    checks.found.addAll(boundaries.withoutResult());
    for (Parameter parameter : pack.parameters().values()) {
      if (!boundaries.reasons().containsKey(parameter.name())) {
        checks.stands(parameter, limits.contains(parameter.name()));
      }
    }
    boundaries.reasons().keySet().forEach(checks::reason);
    return checks.found;
  }

  private void stands(Parameter parameter, boolean limit) {
    List<BoundaryTemplate> standing = standing(parameter.name());
    if (limit && standing.stream().noneMatch(BoundaryTemplate::hasSides)) {
      add(Kind.LIMIT_WITHOUT_BOUNDARY, parameter);
      return;
    }
    List<String> clauses = parameter.clauses().stream().filter(this::decides).toList();
    for (String clause : clauses) {
      if (standing.stream().noneMatch(template -> template.clausesTested().contains(clause))) {
        add(Kind.DATES_WITHOUT_BOUNDARY, parameter, clause);
      }
    }
    if (clauses.isEmpty() && standing.isEmpty()) {
      add(Kind.PARAMETER_WITHOUT_BOUNDARY, parameter);
    }
  }

  private List<BoundaryTemplate> standing(String parameter) {
    return boundaries.templates().stream()
        .filter(template -> template.parameters().contains(parameter))
        .toList();
  }

  private boolean decides(String clause) {
    Clause known = pack.clauses().get(clause);
    return known != null && known.status().needsRule();
  }

  private void reason(String parameter) {
    if (!pack.parameters().containsKey(parameter) || !standing(parameter).isEmpty()) {
      found.add(PolicyFinding.of(Kind.IDLE_REASON, boundaries.placeOfReason(parameter), parameter));
    }
  }

  private void add(Kind kind, Parameter parameter, String... about) {
    String place = parameter.values().isEmpty() ? "" : parameter.values().get(0).place();
    List<String> all = new ArrayList<>(List.of(parameter.name()));
    all.addAll(List.of(about));
    found.add(PolicyFinding.of(kind, place, all.toArray(String[]::new)));
  }
}
