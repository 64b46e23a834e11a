package bangfu.payment.profile;

import bangfu.table.Yuan;

/** How amounts are written. */
enum AmountUnit {
  /** Yuan with exactly two decimals, no grouping. */
  YUAN,
  /** Whole fen. */
  FEN;

  String format(long fen) {
    return this == YUAN ? Yuan.format(fen) : Long.toString(fen);
  }
}
