/** The assessment engine: days, facts, claims and the fold. Knows no amount and no clause. */
package bangfu.engine;
