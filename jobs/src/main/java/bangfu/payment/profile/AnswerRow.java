package bangfu.payment.profile;

import java.time.LocalDate;

/**
 * What the bank says of one payment.
 *
 * @param line the physical line, from 1
 * @param reference the field of the payment that the profile names as its reference, half-width and
 *     without blanks around it; a row number without leading zeros
 * @param account its digits
 * @param amountFen above 0
 * @param code the bank's own, verbatim; empty when it gave none
 * @param date null when it gave none
 * @param message verbatim; empty when it gave none
 * @param raw the line's bytes without its end
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record AnswerRow(
    int line,
    String reference,
    String account,
    long amountFen,
    Outcome outcome,
    String code,
    LocalDate date,
    String message,
    byte[] raw) {

  /** Without account and message, for this text may reach a log. */
  @Override
  public String toString() {
    return line + ": " + reference + ' ' + outcome + ' ' + code;
  }
}
