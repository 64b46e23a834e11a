package bangfu.sample;

/**
 * One household to be made.
 *
 * @param number 户编号, 15 characters
 * @param index its place in the town, from 0
 */
record HouseholdSlot(String number, Town town, int index, HouseholdProfile profile) {}
