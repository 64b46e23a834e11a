package bangfu.payment.answer;

import bangfu.payment.profile.Outcome;
import java.time.LocalDate;

/**
 * A bank row that an answer speaks of, and what is known of it.
 *
 * @param sent whether the bank got it
 * @param ended whether it pays nothing any more
 * @param answers how many were taken so far
 * @param newest outcome of the last of them; null when there is none
 * @param newestOn the day of the last of them; null when there is none
 * @param heardBefore whether an answer was taken from this very file
 */
record AskedRow(
    String detailNo,
    String bankFile,
    String account,
    long amountFen,
    boolean sent,
    boolean ended,
    int answers,
    Outcome newest,
    LocalDate newestOn,
    boolean heardBefore) {

  /** True when an answer with this outcome adds nothing: pending never undoes what is final. */
  boolean knows(Outcome outcome) {
    return heardBefore || outcome == newest || (newest != null && outcome == Outcome.PENDING);
  }

  /**
   * True when the bank said the opposite before. A payment given back on a later day than it was
   * made (退票) contradicts nothing.
   */
  boolean contradicts(Outcome outcome, LocalDate on) {
    return switch (outcome) {
      case SUCCESS -> newest == Outcome.FAILURE;
      case FAILURE -> newest == Outcome.SUCCESS && !on.isAfter(newestOn);
      case PENDING -> false;
    };
  }
}
