package bangfu.payment.profile;

import java.util.Map;

/**
 * How the bank's answers look.
 *
 * @param reference the field of a payment that the bank gives back
 * @param statuses what the bank's words mean; trimmed and half-width, any other word is refused
 * @param lastLineEnds whether an answer whose last line has no end was cut off
 */
public record AnswerLayout(
    Layout<AnswerField> layout,
    PaymentField reference,
    Map<String, Outcome> statuses,
    boolean lastLineEnds) {

  public AnswerLayout {
    statuses = Map.copyOf(statuses);
  }
}
