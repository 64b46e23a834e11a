/**
 * How one's bank wants its payment files and how its answers look, as data: the profile's YAML, the
 * writer of payment files and the reader of answers. It knows rows and layouts; it knows no
 * database, no ledger and no household.
 */
package bangfu.payment.profile;
