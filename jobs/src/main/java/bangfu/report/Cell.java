package bangfu.report;

import bangfu.table.Yuan;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How values become cells. */
final class Cell {
  private Cell() {}

  /** Yuan with two decimals; empty when unknown. */
  static String yuan(ResultSet row, String column) throws SQLException {
    long fen = row.getLong(column);
    return row.wasNull() ? "" : Yuan.format(fen);
  }
}
