/**
 * Policy cases: a household in a few lines of YAML with the result that is expected. Reads them,
 * turns their facts into extract rows, runs the same engine as the monthly job and words every
 * difference. Knows no ledger.
 */
package bangfu.cases;
