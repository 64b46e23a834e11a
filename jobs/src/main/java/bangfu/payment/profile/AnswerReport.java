package bangfu.payment.profile;

import bangfu.intake.Fault;
import bangfu.intake.Fingerprint;
import java.util.List;

/**
 * What an answer came to. Physical lines = layout lines + blank + accepted + refused.
 *
 * @param refusal why nothing of the file counts, in Chinese; null when it was read
 * @param batch the payment file that the answer names; empty when it names none
 * @param layoutLines rows that sum up, and the row of names
 * @param acceptedFen the sum of the accepted rows
 * @param faults what is wrong with the file beyond its rows: a count or a sum that it states is not
 *     that of its rows, or a row that sums up is not as the profile says
 */
public record AnswerReport(
    Fingerprint bytes,
    String refusal,
    String batch,
    long physicalLines,
    long layoutLines,
    long blankLines,
    long acceptedRows,
    long refusedRows,
    long acceptedFen,
    List<Fault> faults) {

  public AnswerReport {
    faults = List.copyOf(faults);
  }

  static AnswerReport refused(Fingerprint bytes, String reason) {
    return new AnswerReport(bytes, reason, "", 0, 0, 0, 0, 0, 0, List.of());
  }

  /** True when nothing of the file counts, whatever the sink was given before. */
  public boolean refused() {
    return refusal != null;
  }

  /** True when every line was taken and the file agrees with what it states of itself. */
  public boolean isSound() {
    return !refused() && refusedRows == 0 && faults.isEmpty();
  }
}
