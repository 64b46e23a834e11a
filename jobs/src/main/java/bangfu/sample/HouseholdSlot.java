package bangfu.sample;

/**
 * One household to be made.
 *
 * @param index its place in the town, from 0
 */
record HouseholdSlot(Town town, int index, HouseholdProfile profile) {

  /** 户编号, 15 characters. */
  String number() {
    return "DM%s-%06d".formatted(town.shortCode(), index + 1);
  }
}
