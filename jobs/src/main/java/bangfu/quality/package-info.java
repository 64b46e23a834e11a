/**
 * The cross-checks Q01 to Q40 on what the departments say, as values. A blocking check holds money
 * in the engine, which knows the same days; here it is told to people. Knows no ledger.
 */
package bangfu.quality;
