/**
 * The packs of a register: which were registered, who approved them, and which one is in force.
 * Knows what a pack is, but nothing of what it says.
 */
package bangfu.policy;
