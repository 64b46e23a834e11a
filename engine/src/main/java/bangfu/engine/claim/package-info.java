/**
 * What a rule says: a {@link bangfu.engine.claim.Claim} with its conditions and outcome, and the
 * {@link bangfu.engine.claim.Limit}s between claims. Knows no amount and no clause.
 */
package bangfu.engine.claim;
