package bangfu.payment;

import bangfu.ledger.Payer;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Money of one household, month and payer that waits, as in held.csv.
 *
 * @param since the day in China from which it could have left
 * @param month in which it was posted
 * @param amountFen greater than 0
 * @param hold what a second person has to answer, or answered; null when only a mended fact helps
 */
public record HeldRow(
    LocalDate since,
    String household,
    YearMonth month,
    Payer payer,
    long amountFen,
    HoldCode code,
    AccountHold hold) {

  /** True when a second person's word lets it go. */
  public boolean isReleasable() {
    return hold != null && hold.release() == null;
  }
}
