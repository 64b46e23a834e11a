package bangfu.payment;

/**
 * The decision that later payments to a household pay a recovery.
 *
 * @param number counts the decisions of the register, from 1
 * @param recoveryNo number of the reversing line, which is 追回号
 * @param most what may be set off by it
 * @param by who decided: another person than whoever decided the recovery
 */
public record SetOffDecision(int number, long recoveryNo, Most most, Actor by) {

  /**
   * Upper limits in fen, each greater than 0; null = whatever is open.
   *
   * @param fen in all
   * @param fenPerMonth in the batches of one posting month
   */
  public record Most(Long fen, Long fenPerMonth) {
    /** What may still be set off when so much was already, in all and in the month. */
    long left(long usedFen, long usedFenOfMonth) {
      long ofAll = fen == null ? Long.MAX_VALUE : fen - usedFen;
      long ofMonth = fenPerMonth == null ? Long.MAX_VALUE : fenPerMonth - usedFenOfMonth;
      return Math.max(0, Math.min(ofAll, ofMonth));
    }
  }
}
