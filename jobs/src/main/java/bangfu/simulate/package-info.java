/**
 * What another policy would cost: the same register, the same assessment and the same posting, of
 * which nothing is kept. Knows no terminal.
 */
package bangfu.simulate;
