/**
 * Recalculation: what the ledger would say if every month were decided again with what is known now
 * or was known at a delivery, and which changed fact makes the difference. It assesses and posts
 * nothing itself: the units are assessed, and the lines worked out, as in the monthly run. Knows no
 * terminal.
 */
package bangfu.recalculate;
