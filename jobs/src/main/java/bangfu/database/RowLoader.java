package bangfu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One database's fastest way to insert rows. */
@FunctionalInterface
interface RowLoader {
  /** Inserts at least one row in the connection's transaction. */
  void load(Connection connection, List<Object[]> rows) throws SQLException;
}
