package bangfu.report;

import bangfu.table.Yuan;

/** How values become cells. */
final class Cell {
  private Cell() {}

  /** Yuan with two decimals; empty when unknown. */
  static String yuan(Long fen) {
    return fen == null ? "" : Yuan.format(fen);
  }
}
