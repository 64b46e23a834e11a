package bangfu.engine.claim;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;

/**
 * A claim looked at in one household: what a condition or an amount may ask about.
 *
 * @param membership the stay of the claim's person in the household; null for a claim of a
 *     household
 */
public record Setting(Context context, Claim claim, Membership membership) {

  /** The person of the claim; null for a claim of a household. */
  public Person person() {
    return claim.person();
  }

  /** The household the claim is looked at in; null when a person's claim hangs on none. */
  public Household household() {
    return membership != null ? membership.household() : claim.household();
  }
}
