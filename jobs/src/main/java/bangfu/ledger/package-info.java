/**
 * The ledger: what a month posts, as a difference, and the one transaction that numbers and
 * publishes it. Lines are only ever inserted. Knows no bank, no file but the ledger's own, and no
 * rule of the policy.
 */
package bangfu.ledger;
