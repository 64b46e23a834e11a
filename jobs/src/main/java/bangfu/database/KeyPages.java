package bangfu.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Streams a large result in pages by the range of a key that an index serves, so that neither the
 * database nor the program ever holds more than a page. Any number of threads may share it.
 */
public final class KeyPages {
  private static final int ROWS_PER_PAGE = 4_000;

  private final JdbcTemplate jdbc;

  public KeyPages(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  private record Row<T>(Object key, T value) {}

  /**
   * Hands over the rows in the order of their keys; rows of one key come together, in any order.
   *
   * @param query reads {@code select key, … where key > ? and … order by key limit ?}, with the key
   *     in the first column
   * @param after the key after which the first page begins, a text or a number as in the table
   * @param values of the parameters between the key's and the limit's
   */
  public <T> void each(
      String query, Object after, RowMapper<T> mapper, Consumer<T> consumer, Object... values) {
    Object last = after;
    int limit = ROWS_PER_PAGE;
    while (true) {
      List<Row<T>> page = page(query, last, values, limit, mapper);
      boolean more = page.size() == limit;
      int whole = more ? startOfLastKey(page) : page.size();
      for (Row<T> row : page.subList(0, whole)) {
        consumer.accept(row.value());
        last = row.key();
      }
      if (!more) {
        return;
      }
      limit = whole == 0 ? 2 * limit : ROWS_PER_PAGE;
    }
  }

  private <T> List<Row<T>> page(
      String query, Object after, Object[] values, int limit, RowMapper<T> mapper) {
    return jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(query);
          int place = 1;
          statement.setObject(place++, after);
          for (Object value : values) {
            statement.setObject(place++, value);
          }
          statement.setInt(place, limit);
          return statement;
        },
        (ResultSet cursor) -> rows(cursor, mapper));
  }

  private static <T> List<Row<T>> rows(ResultSet cursor, RowMapper<T> mapper) throws SQLException {
    List<Row<T>> rows = new ArrayList<>();
    while (cursor.next()) {
      rows.add(new Row<>(cursor.getObject(1), mapper.mapRow(cursor, rows.size())));
    }
    return rows;
  }

  private static int startOfLastKey(List<? extends Row<?>> page) {
    int start = page.size() - 1;
    Object last = page.get(start).key();
    while (start > 0 && page.get(start - 1).key().equals(last)) {
      start--;
    }
    return start;
  }
}
