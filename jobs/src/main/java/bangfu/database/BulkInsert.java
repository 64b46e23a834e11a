package bangfu.database;

import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows into one table as fast as its database can: {@code COPY} on PostgreSQL,
 * statements of many rows on H2. Works in the caller's transaction and keeps nothing between two
 * calls, so any number of threads may share it.
 */
public final class BulkInsert {
  private final JdbcTemplate jdbc;
  private final RowLoader copying;
  private final RowLoader inserting;

  /**
   * For these columns of a table, or for all of them in the table's own order when none is named;
   * every row has a value for each.
   */
  public BulkInsert(DataSource source, String table, String... columns) {
    this.jdbc = new JdbcTemplate(source);
    String into = columns.length == 0 ? table : table + " (" + String.join(", ", columns) + ")";
    this.copying = new CopyLoader(into);
    this.inserting = new StatementLoader(into);
  }

  /**
   * Inserts the rows in their order; nothing for an empty list.
   *
   * @param rows each of strings without U+0000, whole numbers, booleans, dates, byte arrays and
   *     nulls
   * @throws org.springframework.dao.DuplicateKeyException when the table has such a row already
   */
  public void insert(List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.execute(
          (ConnectionCallback<Void>)
              connection -> {
                boolean copies = connection.isWrapperFor(PGConnection.class);
                (copies ? copying : inserting).load(connection, rows);
                return null;
              });
    }
  }
}
