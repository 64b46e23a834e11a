/** Tries small faults in the policy and asks the cases to find them. */
package bangfu.cases.mutation;
