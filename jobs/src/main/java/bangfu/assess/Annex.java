package bangfu.assess;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.HousingRow;
import bangfu.engine.fact.LabourStatus;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Unit;
import bangfu.engine.time.DaySet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Annex 1 of the notice (A1): eleven figures per town, of the households on file on one day and
 * their members who are alive, live there and have local hukou, each once in a household however
 * many rows say so. Adds up unit by unit.
 */
public final class Annex {
  /** Age at which a person counts in row 11, inclusive. */
  private static final int ELDER_AGE = 60;

  /**
   * One cell of the annex.
   *
   * @param row 1 to 11
   * @param town 镇街代码
   */
  public record Cell(int row, String town) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return row != other.row ? Integer.compare(row, other.row) : town.compareTo(other.town);
    }
  }

  private final int day;
  private final Map<Cell, Long> figures = new TreeMap<>();

  /**
   * An empty annex.
   *
   * @param day epoch day
   */
  public Annex(int day) {
    this.day = day;
  }

  public Map<Cell, Long> figures() {
    return figures;
  }

  public void add(Unit unit) {
    for (Household household : unit.households()) {
      String town = household.registration().town().at(day);
      if (household.days().contains(day) && town != null) {
        add(household, town);
      }
    }
  }

  private void add(Household household, String town) {
    boolean motherListed = false;
    Set<Person> counted = new HashSet<>();
    count(1, town, true);
    count(9, town, household.housingRows().stream().anyMatch(this::isListed));
    for (Membership member : household.members()) {
      if (member.days().contains(day)) {
        motherListed |= holds(Person.daysOf(member.person().motherListings()));
        if (member.localDays().contains(day) && counted.add(member.person())) {
          add(member.person(), town);
        }
      }
    }
    count(10, town, motherListed);
  }

  private void add(Person person, String town) {
    LabourStatus.Entry labour = person.labour() == null ? null : person.labour().entry().at(day);
    count(2, town, true);
    count(3, town, labour != null && labour.capable());
    count(4, town, holds(Person.daysOf(person.illnesses())));
    count(5, town, holds(Person.daysOf(person.certificates())));
    count(6, town, holds(Person.daysOf(person.enrolments())));
    count(7, town, holds(Person.daysOf(person.dibaoSpells())));
    count(8, town, holds(Person.daysOf(person.wubaoSpells())));
    count(11, town, holds(person.daysFromAge(ELDER_AGE)));
  }

  private boolean isListed(HousingRow row) {
    return Boolean.TRUE.equals(row.listed().at(day));
  }

  private boolean holds(DaySet days) {
    return days.contains(day);
  }

  private void count(int row, String town, boolean counts) {
    figures.merge(new Cell(row, town), counts ? 1L : 0L, Long::sum);
  }
}
