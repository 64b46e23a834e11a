/**
 * What the departments said, delivery by delivery: facts with the deliveries they came from, units
 * of assessment, rejects and archived bytes. Knows no rule.
 */
package bangfu.register;
