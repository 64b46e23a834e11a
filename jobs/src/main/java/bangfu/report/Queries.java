package bangfu.report;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Streams query results row by row. */
public final class Queries {
  private static final int FETCH_ROWS = 2000;

  private final JdbcTemplate jdbc;

  public Queries(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH_ROWS);
  }

  /** Takes one row of a result. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  public void each(String sql, RowReader reader, Object... values) {
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(sql);
          for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
          statement.setFetchSize(FETCH_ROWS);
          return statement;
        },
        row -> {
          reader.read(row);
        });
  }

  /** One number. */
  public long number(String sql, Object... values) {
    Long number = jdbc.queryForObject(sql, Long.class, values);
    return number == null ? 0 : number;
  }

  /** One text; null when there is none. */
  String text(String sql, Object... values) {
    return jdbc.queryForList(sql, String.class, values).stream().findFirst().orElse(null);
  }
}
