package bangfu.payment;

import java.time.Instant;
import java.time.YearMonth;

/**
 * Money of a household that waits for a second person.
 *
 * @param number 暂缓号, counts them from 1
 * @param month in which it was held
 * @param heldBy who prepared then
 * @param release null while it waits
 */
public record AccountHold(
    int number,
    AccountQuestion question,
    YearMonth month,
    Actor heldBy,
    Instant heldAt,
    Release release) {

  /**
   * A second person's word that the money may go to the account as it was seen.
   *
   * @param throughLineNo the last ledger line there was then
   * @param throughBatch the last batch there was then
   */
  public record Release(
      Actor by, String reason, Instant at, long throughLineNo, int throughBatch) {}

  /**
   * True when the release covers a line: the same account seen in the same way, and no payment to
   * another one prepared since. For a dead cardholder or a shared account only lines posted by
   * then.
   *
   * @param asked about the account now
   * @param paidBatch of the last payment that counts as sent; 0 when it is of no matter
   */
  boolean covers(long lineNo, AccountQuestion asked, int paidBatch) {
    return release != null
        && question.equals(asked)
        && paidBatch <= release.throughBatch()
        && (asked.isOnlyOfChange() || lineNo <= release.throughLineNo());
  }
}
