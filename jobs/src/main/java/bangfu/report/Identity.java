package bangfu.report;

/**
 * Where the money is, cumulated through a month, fen: ledger = bank + settlement + held −
 * recoveries.
 *
 * @param recoveriesFen at least 0
 */
public record Identity(
    long ledgerFen, long bankFen, long settlementFen, long heldFen, long recoveriesFen) {

  public boolean holds() {
    return ledgerFen == bankFen + settlementFen + heldFen - recoveriesFen;
  }
}
