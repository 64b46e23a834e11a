/**
 * The bank's answers: which rows of a file are taken, which are refused and why, what each bank
 * file still lacks, and what becomes of a payment that came back. Knows bank rows and their lines;
 * knows no clause and no household but by its number.
 */
package bangfu.payment.answer;
