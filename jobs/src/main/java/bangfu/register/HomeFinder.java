package bangfu.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The bucket of a household without a look at the facts: the few that moved are in a table. */
final class HomeFinder {
  private final Map<String, Integer> moved = new HashMap<>();
  private final JdbcTemplate jdbc;

  HomeFinder(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    jdbc.query(
        "select household_no, bucket from moved_household",
        cursor -> {
          moved.put(cursor.getString(1), cursor.getInt(2));
        });
  }

  int bucket(String household) {
    return moved.getOrDefault(household, Homes.first(household));
  }

  /** Brings the table up to date. */
  void update(Homes homes) {
    List<Object[]> inserts = new ArrayList<>();
    List<Object[]> updates = new ArrayList<>();
    homes.forEachMoved(
        (household, bucket) -> {
          if (bucket != bucket(household)) {
            Object[] row = {bucket, household};
            (moved.put(household, bucket) == null ? inserts : updates).add(row);
          }
        });
    jdbc.batchUpdate("insert into moved_household (bucket, household_no) values (?, ?)", inserts);
    jdbc.batchUpdate("update moved_household set bucket = ? where household_no = ?", updates);
  }
}
