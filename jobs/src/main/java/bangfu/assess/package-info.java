/** From stored rows to facts of the engine, and the assessment of units. Knows no ledger. */
package bangfu.assess;
