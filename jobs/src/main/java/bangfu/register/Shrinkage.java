package bangfu.register;

import bangfu.intake.Table;

/**
 * A table that lost more than a twentieth of its rows, and not just a few: its file may be cut off.
 * Check Q29.
 *
 * @param rowsBefore those of the last file that were accepted
 * @param rows those that came, rejected ones too
 */
public record Shrinkage(Table table, long rowsBefore, long rows) {
  private static final long ONE_IN = 20;

  /** So many lost rows of a small table are questions about rows, not about the file. */
  private static final long A_FEW_ROWS = 4;

  static boolean of(long rowsBefore, long rows) {
    long lost = rowsBefore - rows;
    return lost > A_FEW_ROWS && lost * ONE_IN > rowsBefore;
  }

  @Override
  public String toString() {
    return table.name() + ": " + rowsBefore + " -> " + rows;
  }
}
