package bangfu.engine.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is assessed together: households linked by a split or by a shared person at any time. Units
 * are independent of each other. Making a unit tells its households their origins and families.
 *
 * @param households by number
 * @param persons by identity number
 */
public record Unit(List<Household> households, List<Person> persons) {

  public Unit {
    households = List.copyOf(households);
    persons = List.copyOf(persons);
    Map<String, Household> byNumber = new HashMap<>();
    households.forEach(household -> byNumber.put(household.number(), household));
    Map<String, String> parents = new HashMap<>();
    for (Household household : households) {
      String origin = household.registration().origin();
      if (origin != null) {
        household.setOrigin(byNumber.get(origin));
        join(parents, household.number(), origin);
      }
    }
    households.forEach(household -> household.setFamily(root(parents, household.number())));
  }

  /**
   * The smaller number becomes the root, so that the name of a family does not depend on the order
   * of rows.
   */
  private static void join(Map<String, String> parents, String one, String other) {
    String a = root(parents, one);
    String b = root(parents, other);
    if (!a.equals(b)) {
      boolean aFirst = a.compareTo(b) < 0;
      parents.put(aFirst ? b : a, aFirst ? a : b);
    }
  }

  private static String root(Map<String, String> parents, String number) {
    String root = number;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    return root;
  }
}
