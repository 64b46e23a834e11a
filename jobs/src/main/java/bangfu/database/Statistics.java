package bangfu.database;

import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What PostgreSQL's planner knows of its tables. Its own tidying counts them a minute after they
 * were filled; until then it takes every page of a new month for a handful of rows, and sorts all
 * that is left of the month for each. H2 needs no help.
 */
public final class Statistics {
  private Statistics() {}

  /** Counts tables that the caller's transaction has just filled; nothing on H2. */
  public static void refresh(DataSource source, String... tables) {
    new JdbcTemplate(source)
        .execute(
            (ConnectionCallback<Void>)
                connection -> {
                  if (connection.isWrapperFor(PGConnection.class)) {
                    try (Statement statement = connection.createStatement()) {
                      statement.execute("analyze " + String.join(", ", tables));
                    }
                  }
                  return null;
                });
  }
}
