/**
 * What leaves the ledger: bank files, settlement lists, held money, recoveries, and the identity
 * between them. Decides once, in the transaction that publishes a month; every file is written from
 * the database alone. Knows no clause.
 */
package bangfu.payment;
