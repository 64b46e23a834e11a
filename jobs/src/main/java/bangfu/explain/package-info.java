/**
 * Every subject, clause and period with its one answer, as the assessment itself recorded it. Knows
 * no terminal.
 */
package bangfu.explain;
