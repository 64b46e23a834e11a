package bangfu.sample.defect;

import bangfu.engine.fact.IdentityNumber;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What every group of defects works with.
 *
 * @param tables by name
 */
record Planting(Map<String, DirtyTable> tables, Homes homes, PlantList list) {
  private static final String NOBODYS_AREA = "440499";

  /** A household and somebody in it. */
  record Resident(Home home, DirtyLine member) {
    String household() {
      return home.number();
    }

    String id() {
      return Home.id(member);
    }
  }

  DirtyTable table(String name) {
    return tables.get(name);
  }

  Home home(Predicate<Home> make) {
    return homes.take(make);
  }

  /** A household in which the finder finds somebody. */
  Resident resident(Function<Home, DirtyLine> finder) {
    Home home = homes.take(candidate -> finder.apply(candidate) != null);
    return new Resident(home, finder.apply(home));
  }

  /** Notes a bent line. */
  void note(DirtyLine line, String column, String finding, String reason, Effect... effects) {
    list.add(tables.get(line.table().name()), line, column, finding, reason, effects);
  }

  /** Notes what was done to a whole file. */
  void noteFile(String table, String finding, String reason, Effect... effects) {
    list.add(tables.get(table), null, "", finding, reason, effects);
  }

  /** The identity number of somebody who is in no table. */
  static String stranger(String birth, String sequence) {
    String digits = NOBODYS_AREA + birth.replace("-", "") + sequence;
    return digits + IdentityNumber.checkCharacter(digits);
  }
}
