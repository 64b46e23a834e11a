package bangfu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's {@code COPY … FROM STDIN} in its text format. */
final class CopyLoader implements RowLoader {
  private static final int BYTES_PER_MESSAGE = 1 << 16;

  private final String copy;

  CopyLoader(String into) {
    this.copy = "copy " + into + " from stdin";
  }

  @Override
  public void load(Connection connection, List<Object[]> rows) throws SQLException {
    CopyIn target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      CopyText text = new CopyText();
      for (Object[] row : rows) {
        text.row(row);
        if (text.size() >= BYTES_PER_MESSAGE) {
          text.moveTo(target);
        }
      }
      text.moveTo(target);
      target.endCopy();
    } finally {
      if (target.isActive()) {
        target.cancelCopy();
      }
    }
  }
}
