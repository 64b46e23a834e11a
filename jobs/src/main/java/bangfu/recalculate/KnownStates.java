package bangfu.recalculate;

import bangfu.batch.RunState;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.NeverDeliveredException;
import bangfu.register.Register;
import bangfu.register.RowChange;
import bangfu.rules.Policy;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The month as it would be decided with what was known at each delivery. For several threads. */
final class KnownStates {
  static final Table STANDARDS = Tables.standard().table("mz_standard");
  static final Table PAYERS = Tables.standard().table("cz_payer_rule");

  private final Register register;
  private final Policy policy;
  private final YearMonth month;
  private final int newest;
  private final RunState asked;
  private final SortedSet<Integer> referenceDeliveries = new TreeSet<>();
  private final Map<Integer, Optional<RunState>> byDelivery = new ConcurrentHashMap<>();
  private final Map<RunState.Reference, RunState> byReference = new ConcurrentHashMap<>();
  private final Map<String, List<RowChange>> changes = new ConcurrentHashMap<>();

  /**
   * @throws NeverDeliveredException when households or members were not known
   */
  KnownStates(Register register, Policy policy, Question question) {
    this.register = register;
    this.policy = policy;
    this.month = question.month();
    this.newest = register.newestDelivery();
    int known = question.known();
    this.asked = state(known, new RunState.Reference(known, known));
    for (Table table : List.of(STANDARDS, PAYERS)) {
      referenceDeliveries.addAll(register.referenceDeliveries(table, newest));
    }
  }

  /** The state asked for. */
  RunState asked() {
    return asked;
  }

  int newest() {
    return newest;
  }

  /** The deliveries that changed a standard or a payer rule. */
  SortedSet<Integer> referenceDeliveries() {
    return referenceDeliveries;
  }

  /** Empty when nobody could be assessed then. */
  Optional<RunState> at(int delivery) {
    return byDelivery.computeIfAbsent(delivery, this::tried);
  }

  private Optional<RunState> tried(int delivery) {
    try {
      return Optional.of(state(delivery, new RunState.Reference(delivery, delivery)));
    } catch (NeverDeliveredException e) {
      return Optional.empty();
    }
  }

  /** The state asked for, but for the standards. */
  RunState withStandardsOf(int delivery) {
    return mixed(new RunState.Reference(delivery, asked.known()));
  }

  /** The state asked for, but for the payer rules. */
  RunState withPayersOf(int delivery) {
    return mixed(new RunState.Reference(asked.known(), delivery));
  }

  private RunState mixed(RunState.Reference reference) {
    return byReference.computeIfAbsent(reference, r -> state(asked.known(), r));
  }

  private RunState state(int known, RunState.Reference reference) {
    return RunState.knownOn(known, reference, month, register, policy);
  }

  /** What changed of a reference table from a delivery to the state asked for. */
  List<RowChange> changesSince(Table table, int delivery) {
    return changes.computeIfAbsent(
        table.name() + delivery, key -> register.referenceChanges(table, delivery, asked.known()));
  }
}
