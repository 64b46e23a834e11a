package bangfu.table;

import java.math.BigDecimal;

/** Money as the outputs write it. */
public final class Yuan {
  private Yuan() {}

  /** Yuan with exactly two decimals, {@code -} in front of a negative sum, no grouping. */
  public static String format(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
