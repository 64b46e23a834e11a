package bangfu.engine.fact;

import java.util.List;

/**
 * What is assessed together: households linked by a split or by a shared person at any time. Units
 * are independent of each other.
 *
 * @param households by number
 * @param persons by identity number
 */
public record Unit(List<Household> households, List<Person> persons) {}
