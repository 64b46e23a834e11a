package bangfu.cases.mutation;

import bangfu.cases.mutation.Mutant.Operator;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.PolicyPack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Faults in the values of parameters: their number, their first and last day. */
final class ParameterMutants {
  private final PolicyPack pack;
  private final List<Mutant> mutants = new ArrayList<>();

  private ParameterMutants(PolicyPack pack) {
    this.pack = pack;
  }

  static List<Mutant> of(PolicyPack pack) {
    ParameterMutants found = new ParameterMutants(pack);
    pack.parameters().values().forEach(found::mutate);
    return found.mutants;
  }

  private void mutate(Parameter parameter) {
    for (ParameterValue value : parameter.values()) {
      LocalDate from = value.from();
      LocalDate to = value.to();
      BigDecimal number = new BigDecimal(value.value());
      BigDecimal step = parameter.isMoney() ? new BigDecimal("0.01") : BigDecimal.ONE;
      boolean flag = parameter.isFlag();
      if (!flag || number.signum() == 0) {
        add(parameter, value, Operator.VALUE_UP, with(value, number.add(step), from, to));
      }
      if (number.signum() > 0) {
        add(parameter, value, Operator.VALUE_DOWN, with(value, number.subtract(step), from, to));
      }
      add(parameter, value, Operator.FROM_EARLIER, with(value, number, from.minusDays(1), to));
      add(parameter, value, Operator.FROM_LATER, with(value, number, from.plusDays(1), to));
      if (to != null) {
        add(parameter, value, Operator.TO_EARLIER, with(value, number, from, to.minusDays(1)));
        add(parameter, value, Operator.TO_LATER, with(value, number, from, to.plusDays(1)));
      }
      add(parameter, value, Operator.VALUE_GONE, null);
    }
  }

  private static ParameterValue with(
      ParameterValue value, BigDecimal number, LocalDate from, LocalDate to) {
    return new ParameterValue(
        value.parameter(),
        value.title(),
        value.unit(),
        number.toPlainString(),
        from,
        to,
        value.source(),
        value.place());
  }

  private void add(
      Parameter parameter, ParameterValue value, Operator operator, ParameterValue fault) {
    List<ParameterValue> values = new ArrayList<>();
    for (ParameterValue each : parameter.values()) {
      if (!each.equals(value)) {
        values.add(clear(each, fault));
      } else if (fault != null) {
        values.add(fault);
      }
    }
    Parameter mutated =
        new Parameter(
            parameter.name(), parameter.measure(), parameter.title(), parameter.unit(), values);
    mutants.add(
        new Mutant(
            parameter.measure() + '/' + parameter.name() + ' ' + value.from() + ' ' + operator,
            parameter.measure(),
            operator,
            parameter.clauses(),
            value.place(),
            () -> pack.with(mutated)));
  }

  /** A neighbour gives way, for two values of one day are no policy. */
  private static ParameterValue clear(ParameterValue neighbour, ParameterValue fault) {
    if (fault == null) {
      return neighbour;
    }
    boolean before = neighbour.from().isBefore(fault.from());
    if (before && neighbour.to() != null && !neighbour.to().isBefore(fault.from())) {
      return with(
          neighbour,
          new BigDecimal(neighbour.value()),
          neighbour.from(),
          fault.from().minusDays(1));
    }
    if (!before && fault.to() != null && !neighbour.from().isAfter(fault.to())) {
      return with(
          neighbour, new BigDecimal(neighbour.value()), fault.to().plusDays(1), neighbour.to());
    }
    return neighbour;
  }
}
