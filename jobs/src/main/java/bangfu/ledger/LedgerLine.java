package bangfu.ledger;

import bangfu.assess.CorrectionReason;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What a line says, before it has a number.
 *
 * @param revision counts the lines of one key, from 0
 * @param town filing town on the last day of the month that posts the line; a reversal repeats its
 *     original
 * @param accruedOn 发生日期
 * @param amountFen not 0; negative for a reversal only
 * @param originalLineNo the line that a reversal takes back; null for any other
 * @param correction the kind of fact that changed; null for ordinary lines and plain arrears
 * @param evidence the rows that prove the sum; empty for a reversal
 */
public record LedgerLine(
    LineKey key,
    int revision,
    String town,
    String village,
    String subjectName,
    String title,
    LocalDate accruedOn,
    long amountFen,
    String originalLineNo,
    Reason reason,
    CorrectionReason correction,
    String evidence) {
  /** The order in which lines are numbered. */
  static final Comparator<LedgerLine> ORDER =
      Comparator.comparing(LedgerLine::key, LineKey.ORDER).thenComparingInt(LedgerLine::revision);

  LedgerLine reversedBy(String lineNo, int nextRevision, CorrectionReason why) {
    return new LedgerLine(
        key,
        nextRevision,
        town,
        village,
        subjectName,
        title,
        accruedOn,
        -amountFen,
        lineNo,
        Reason.REVERSAL,
        why,
        "");
  }
}
