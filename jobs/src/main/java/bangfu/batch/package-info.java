/**
 * The jobs: the monthly run and the nightly import as Spring Batch steps, and who may run when.
 * Knows no terminal.
 */
package bangfu.batch;
