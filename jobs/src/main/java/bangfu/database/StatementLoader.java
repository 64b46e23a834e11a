package bangfu.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Statements of {@value #ROWS_PER_STATEMENT} rows, and of one row for what remains. */
final class StatementLoader implements RowLoader {
  private static final int ROWS_PER_STATEMENT = 50;

  private final String insert;

  StatementLoader(String into) {
    this.insert = "insert into " + into + " values ";
  }

  @Override
  public void load(Connection connection, List<Object[]> rows) throws SQLException {
    int whole = rows.size() - rows.size() % ROWS_PER_STATEMENT;
    insert(connection, rows.subList(0, whole), ROWS_PER_STATEMENT);
    insert(connection, rows.subList(whole, rows.size()), 1);
  }

  private void insert(Connection connection, List<Object[]> rows, int rowsPerStatement)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String values = "(" + "?, ".repeat(rows.get(0).length - 1) + "?)";
    String sql = insert + values + (", " + values).repeat(rowsPerStatement - 1);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int first = 0; first < rows.size(); first += rowsPerStatement) {
        bind(statement, rows.subList(first, first + rowsPerStatement));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, List<Object[]> rows) throws SQLException {
    int parameter = 1;
    for (Object[] row : rows) {
      for (Object value : row) {
        statement.setObject(parameter++, value);
      }
    }
  }
}
