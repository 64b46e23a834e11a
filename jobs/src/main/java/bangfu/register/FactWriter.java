package bangfu.register;

import bangfu.intake.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the versions that one delivery brings, in transactions of {@value #CHUNK_ROWS} rows sorted
 * by subject: neighbours in the index are then written together, which makes an import several
 * times faster.
 */
final class FactWriter {
  /** The delivery until which a version is in force while nothing replaced it. */
  static final int FOREVER = Integer.MAX_VALUE;

  private static final int CHUNK_ROWS = 20_000;
  private static final int ROWS_PER_STATEMENT = 50;
  private static final String INSERT =
      "insert into fact (subject, table_name, since_delivery, until_delivery, state, corrects,"
          + " line_no, content) values ";
  private static final String VALUES = "(?, ?, ?, " + FOREVER + ", 0, false, ?, ?)";
  private static final String VERSION =
      " where subject = ? and table_name = ? and since_delivery = ? and line_no = ?";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate chunk;
  private final int delivery;
  private final List<Row> inserts = new ArrayList<>();
  private final List<Object[]> deletes = new ArrayList<>();
  private final List<Object[]> closings = new ArrayList<>();

  FactWriter(JdbcTemplate jdbc, TransactionTemplate chunk, int delivery) {
    this.jdbc = jdbc;
    this.chunk = chunk;
    this.delivery = delivery;
  }

  /** The text that stands for nobody in the column {@code subject}. */
  static String subject(Row row) {
    return row.subject() == null ? "" : row.subject();
  }

  void insert(Row row) {
    inserts.add(row);
    if (inserts.size() == CHUNK_ROWS) {
      flush();
    }
  }

  /** Takes an {@link #insert} back. */
  void delete(Row row) {
    deletes.add(new Object[] {subject(row), row.table().name(), delivery, row.line()});
  }

  /** Lets this delivery end the time in force of an older version. */
  void close(FactVersion version) {
    closings.add(
        new Object[] {
          delivery,
          version.subject(),
          version.row().table().name(),
          version.since(),
          version.row().line()
        });
    if (closings.size() == CHUNK_ROWS) {
      flush();
    }
  }

  /** Writes what is still buffered. */
  void flush() {
    if (!inserts.isEmpty() || !deletes.isEmpty() || !closings.isEmpty()) {
      chunk.executeWithoutResult(status -> write());
    }
  }

  /** Removes all that the delivery wrote for a table. */
  void dropTable(String table) {
    inserts.clear();
    deletes.clear();
    chunk.executeWithoutResult(
        status ->
            jdbc.update(
                "delete from fact where table_name = ? and since_delivery = ?", table, delivery));
  }

  private void write() {
    inserts.sort(Comparator.comparing(FactWriter::subject));
    int whole = inserts.size() - inserts.size() % ROWS_PER_STATEMENT;
    insert(inserts.subList(0, whole), ROWS_PER_STATEMENT);
    insert(inserts.subList(whole, inserts.size()), 1);
    jdbc.batchUpdate("delete from fact" + VERSION, deletes);
    jdbc.batchUpdate("update fact set until_delivery = ?" + VERSION, closings);
    inserts.clear();
    deletes.clear();
    closings.clear();
  }

  private void insert(List<Row> rows, int rowsPerStatement) {
    if (rows.isEmpty()) {
      return;
    }
    String sql = INSERT + VALUES + (", " + VALUES).repeat(rowsPerStatement - 1);
    jdbc.execute(
        sql,
        (PreparedStatement statement) -> {
          for (int first = 0; first < rows.size(); first += rowsPerStatement) {
            bind(statement, rows.subList(first, first + rowsPerStatement));
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  private void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
    int parameter = 1;
    for (Row row : rows) {
      statement.setString(parameter++, subject(row));
      statement.setString(parameter++, row.table().name());
      statement.setInt(parameter++, delivery);
      statement.setInt(parameter++, row.line());
      statement.setString(parameter++, row.content());
    }
  }
}
