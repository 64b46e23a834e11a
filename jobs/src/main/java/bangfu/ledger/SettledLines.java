package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;

/**
 * Which lines leave the ledger in the settlement lists of the month that posts them: all that have
 * a payer and are for a school, an insurer, an organisation or an institution. What goes to a
 * household leaves with a bank file instead, once it is payable.
 */
public final class SettledLines {
  /** True of a line, {@code l} in the query. */
  public static final String IS_SETTLED =
      "(l.amount_fen > 0 and l.payee_kind <> 'HOUSEHOLD' and l.payer_level <> 'UNSPECIFIED')";

  private SettledLines() {}

  /** As {@link #IS_SETTLED}. */
  static boolean isSettled(PayeeKind kind, PayerLevel level, long amountFen) {
    return amountFen > 0 && kind != PayeeKind.HOUSEHOLD && level != PayerLevel.UNSPECIFIED;
  }
}
