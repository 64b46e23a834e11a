package bangfu.sample;

/**
 * The households whose money cannot go to the bank, and the one whose claim is refused; an empty
 * number when the sample is too small to have it. The third thing held is a clause without payer,
 * see {@link ReferenceTables}.
 *
 * @param withoutAccount 户编号 of an elder on dibao without a row in cz_account
 * @param nameBeyondGbk 户编号 of an elder on dibao whose name GBK cannot write
 * @param unverifiedClaimant 户编号 of a household that claims farming costs without being verified
 */
record Plants(String withoutAccount, String nameBeyondGbk, String unverifiedClaimant) {

  static Plants of(SamplePlan plan) {
    return new Plants(
        plan.find(0, Plants::isElderOnDibao),
        plan.find(1, Plants::isElderOnDibao),
        plan.find(0, Plants::isNoFarmer));
  }

  private static boolean isElderOnDibao(HouseholdProfile profile) {
    return profile.head().kind() == Kind.ELDER && profile.head().has(Trait.DIBAO);
  }

  private static boolean isNoFarmer(HouseholdProfile profile) {
    return profile.head().kind() == Kind.LABOUR && !profile.has(Trait.FARMING);
  }
}
