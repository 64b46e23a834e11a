package bangfu.rules.check;

import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.PolicyPack;
import bangfu.rules.check.PolicyFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Looks at dated values: gaps, overlaps, sources, and what replaces a value of the program. */
final class ParameterChecks {
  private final PolicyPack pack;
  private final List<PolicyFinding> found = new ArrayList<>();

  private ParameterChecks(PolicyPack pack) {
    this.pack = pack;
  }

  static List<PolicyFinding> of(PolicyPack pack) {
    ParameterChecks checks = new ParameterChecks(pack);
    pack.parameters().values().forEach(checks::check);
    return checks.found;
  }

  private void check(Parameter parameter) {
    ParameterValue before = null;
    for (ParameterValue value : parameter.values()) {
      if (before != null) {
        follows(before, value);
      }
      if (value.source().isBlank()) {
        add(Kind.NO_SOURCE, value, value.from());
      }
      replaces(value);
      before = value;
    }
    if (before != null && before.to() != null && before.to().isBefore(pack.lastDay())) {
      add(Kind.ENDS_EARLY, before, before.to());
    }
  }

  private void follows(ParameterValue before, ParameterValue value) {
    if (before.to() == null || !before.to().isBefore(value.from())) {
      add(Kind.OVERLAP, value, value.from());
    } else if (before.to().plusDays(1).isBefore(value.from())) {
      found.add(
          PolicyFinding.of(
              Kind.GAP,
              value.place(),
              value.parameter(),
              before.to().plusDays(1).toString(),
              value.from().minusDays(1).toString()));
    }
  }

  private void replaces(ParameterValue value) {
    Parameter own = PolicyPack.builtIn().parameters().get(value.parameter());
    boolean replaced =
        own != null
            && own.values().stream()
                .anyMatch(
                    other ->
                        other.from().equals(value.from()) && !other.place().equals(value.place()));
    if (replaced) {
      add(Kind.REPLACES, value, value.from());
    }
  }

  private void add(Kind kind, ParameterValue value, LocalDate day) {
    found.add(PolicyFinding.of(kind, value.place(), value.parameter(), day.toString()));
  }
}
