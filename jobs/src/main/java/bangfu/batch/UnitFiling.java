package bangfu.batch;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import bangfu.ledger.FilingFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a ledger line says of households and persons: as the register knows them on the posting
 * month's last day.
 */
final class UnitFiling implements FilingFacts {
  private final Map<String, Household> households = new HashMap<>();
  private final Map<String, Person> persons = new HashMap<>();
  private final int day;

  UnitFiling(Unit unit, LocalDate day) {
    unit.households().forEach(household -> households.put(household.number(), household));
    unit.persons().forEach(person -> persons.put(person.id(), person));
    this.day = DaySet.day(day);
  }

  @Override
  public String town(String household) {
    return known(households.get(household).registration().town().at(day));
  }

  @Override
  public String village(String household) {
    return known(households.get(household).registration().village().at(day));
  }

  @Override
  public String headName(String household) {
    return households.get(household).headName();
  }

  @Override
  public String personName(String person) {
    return persons.get(person).name();
  }

  private static String known(String value) {
    return value == null ? "" : value;
  }
}
