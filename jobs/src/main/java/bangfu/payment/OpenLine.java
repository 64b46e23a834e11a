package bangfu.payment;

import bangfu.engine.claim.PayeeKind;
import bangfu.ledger.Payer;

/**
 * A positive line that nothing reversed and that has not left yet.
 *
 * @param amountFen more than 0
 * @param setOffFen what of it pays a recovery since an earlier bank row; at most the amount
 * @param lastCode why it was held when last looked at; null when it never was
 * @param attempt of the bank row that would pay it next, from 0
 * @param lastDetailNo of the bank row that ended before; null when there was none
 */
record OpenLine(
    String lineNo,
    String household,
    Payer payer,
    PayeeKind payeeKind,
    long amountFen,
    long setOffFen,
    HoldCode lastCode,
    int attempt,
    String lastDetailNo) {

  /** What is left for the bank. */
  long payableFen() {
    return amountFen - setOffFen;
  }
}
