package bangfu.payment;

import java.time.YearMonth;

/**
 * What one posting prepares to leave: its bank files, and the settled lines among those it
 * numbered.
 *
 * @param number counts the batches of the register, from 1
 * @param firstLineNo of the lines it numbered; greater than {@code lastLineNo} when there are none
 * @param preparer without a name for what was published before approval was used here
 */
public record PaymentBatch(
    int number,
    YearMonth month,
    long firstLineNo,
    long lastLineNo,
    boolean needsApproval,
    Actor preparer,
    State state) {

  /** How far it has come. */
  public enum State {
    PREPARED,
    APPROVED,
    SENT
  }
}
