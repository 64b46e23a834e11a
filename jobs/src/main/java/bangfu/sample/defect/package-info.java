/**
 * Bends a clean delivery the way hurried clerks and broken programs do, at least once for each
 * thing that the contract says about files, and lists what was bent and what that does to money.
 * Knows what money a fact carries by the clauses' ids alone; it computes none.
 */
package bangfu.sample.defect;
