package bangfu.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * A household with its members, the head first.
 *
 * @param ordinal its place in the whole delivery, from 0
 * @param villageCode 村居代码
 * @param rural true for rural hukou
 * @param exitedOn last day on file, or null
 */
record SampleHousehold(
    HouseholdSlot slot,
    int ordinal,
    String villageCode,
    boolean rural,
    LocalDate exitedOn,
    List<SamplePerson> members) {

  String number() {
    return slot.number();
  }

  /** Town and place in the town, as they stand in voucher and card numbers. */
  String serial() {
    return slot.number().substring(2);
  }

  Town town() {
    return slot.town();
  }

  HouseholdProfile profile() {
    return slot.profile();
  }

  boolean has(Trait trait) {
    return profile().has(trait);
  }

  SamplePerson head() {
    return members.get(0);
  }
}
