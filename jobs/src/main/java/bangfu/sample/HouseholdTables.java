package bangfu.sample;

/** The rows one department or measure holds about a household. */
interface HouseholdTables {

  /**
   * Writes every row of these tables that concerns the household.
   *
   * @param dice a stream of this household and these tables alone
   */
  void write(SampleHousehold household, Dice dice, DeliveryWriter delivery);
}
