package bangfu.report;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Register;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The towns that rejected rows belong to. First all subjects are noted, then the register is looked
 * through once.
 */
final class RejectTowns {
  static final String UNKNOWN = "unknown";

  private static final Table HOUSEHOLDS = Tables.standard().table("nb_household");
  private static final Table MEMBERS = Tables.standard().table("nb_member");
  private static final List<String> TOWNS = HOUSEHOLDS.columns().get(HOUSEHOLDS.index("镇街代码")).in();

  private final Set<String> households = new HashSet<>();
  private final Set<String> persons = new HashSet<>();
  private final Map<String, String> householdOfPerson = new HashMap<>();
  private final Map<String, String> townOfHousehold = new HashMap<>();

  void note(RejectSubject subject) {
    if (subject.household() != null) {
      households.add(subject.household());
    }
    if (subject.person() != null) {
      persons.add(subject.person());
    }
  }

  /** Finds the households of the persons, the one with the smallest number, and all towns. */
  void find(Register register, int known) {
    if (!persons.isEmpty()) {
      register.forEachRow(
          MEMBERS,
          known,
          row -> {
            if (persons.contains(row.value("身份证号"))) {
              householdOfPerson.merge(row.value("身份证号"), row.value("户编号"), RejectTowns::smaller);
            }
          });
      households.addAll(householdOfPerson.values());
    }
    if (!households.isEmpty()) {
      register.forEachRow(
          HOUSEHOLDS,
          known,
          row -> {
            if (households.contains(row.value("户编号"))) {
              townOfHousehold.put(row.value("户编号"), row.value("镇街代码"));
            }
          });
    }
  }

  private static String smaller(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * The town of a subject that was noted: that of its household as the register has it, else of its
   * person, else the town that the row itself names.
   */
  String of(RejectSubject subject) {
    String town = townOfHousehold.get(subject.household());
    if (town == null) {
      town = townOfHousehold.get(householdOfPerson.get(subject.person()));
    }
    return town == null ? named(subject.place()) : town;
  }

  private static String named(String place) {
    return TOWNS.stream()
        .filter(town -> place != null && place.startsWith(town))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
