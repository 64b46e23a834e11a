/**
 * Checks of a policy as it is written: what is missing in it, and what contradicts itself. Runs no
 * rule.
 */
package bangfu.rules.check;
