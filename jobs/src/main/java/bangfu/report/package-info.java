/**
 * The month's folder: one writer per file, each a pure function of the database, and the folder's
 * safe replacement. Knows no rule.
 */
package bangfu.report;
