/** The policy: vocabulary, parameters, the register of clauses and the rule base. */
package bangfu.rules;
