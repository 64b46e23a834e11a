package bangfu.engine.claim;

import bangfu.engine.fact.Household;
import bangfu.engine.fact.Membership;
import bangfu.engine.fact.Person;
import java.util.function.Consumer;

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

  /** The same, telling which parameters are asked for by name. */
  public Setting watched(Consumer<String> asked) {
    Context watched =
        new Context(context.parameters().watched(asked), context.standards(), context.asOf());
    return new Setting(watched, claim, membership);
  }
}
