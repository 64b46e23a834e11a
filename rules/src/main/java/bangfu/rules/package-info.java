/**
 * The policy: its vocabulary, parameters, register of clauses and rule base. Knows no file and no
 * database. The rules themselves lie in the resources, one folder per measure of the notice.
 */
package bangfu.rules;
