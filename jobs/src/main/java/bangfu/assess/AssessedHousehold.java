package bangfu.assess;

import bangfu.engine.fact.Household;
import bangfu.engine.time.DaySet;
import java.time.LocalDate;

/**
 * A household as the last assessment saw it.
 *
 * @param town 镇街代码 on the assessment day; empty when unknown
 * @param village 村居代码 on that day; empty when unknown
 * @param perHeadFen null for no persons
 * @param group1 是, 否 or 未知, as the others
 * @param reasonCode why not group 1; empty otherwise
 * @param pendingItems how many sums of it are pending
 */
public record AssessedHousehold(
    String number,
    String headName,
    String town,
    String village,
    int persons,
    long incomeFen,
    Long perHeadFen,
    String group1,
    String group2,
    String group3,
    String reasonCode,
    String proposal,
    int pendingItems) {

  static AssessedHousehold of(EligibilityLine line, int pendingItems, LocalDate asOf) {
    Household household = line.household();
    Household.Registration filed = household.registration();
    int day = DaySet.day(asOf);
    return new AssessedHousehold(
        household.number(),
        household.headName(),
        known(filed.town().at(day)),
        known(filed.village().at(day)),
        filed.persons(),
        filed.incomeFen(),
        line.perHeadFen(),
        line.group1().label(),
        line.group2().label(),
        line.group3().label(),
        line.reasonCode(),
        line.proposal(),
        pendingItems);
  }

  private static String known(String value) {
    return value == null ? "" : value;
  }

  String[] cells() {
    return new String[] {
      number,
      headName,
      town,
      village,
      Integer.toString(persons),
      Long.toString(incomeFen),
      perHeadFen == null ? null : perHeadFen.toString(),
      group1,
      group2,
      group3,
      reasonCode,
      proposal,
      Integer.toString(pendingItems)
    };
  }

  static AssessedHousehold of(String[] cells) {
    return new AssessedHousehold(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        Integer.parseInt(cells[4]),
        Long.parseLong(cells[5]),
        cells[6] == null ? null : Long.valueOf(cells[6]),
        cells[7],
        cells[8],
        cells[9],
        cells[10],
        cells[11],
        Integer.parseInt(cells[12]));
  }
}
