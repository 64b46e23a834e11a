package bangfu.register;

import bangfu.intake.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the versions of some tables by ranges of subjects, so that no result is larger than a page,
 * whatever a database buffers.
 */
final class FactScan {
  private static final int PAGE_ROWS = 20_000;
  private static final String BOUND =
      "select subject from fact where subject > ? order by subject"
          + " offset "
          + PAGE_ROWS
          + " rows fetch first 1 rows only";

  private final JdbcTemplate jdbc;
  private final Tables tables;
  private final List<String> tableNames;
  private final String select;

  /**
   * @param condition what else holds of the rows, in SQL; empty for all versions
   */
  FactScan(JdbcTemplate jdbc, Tables tables, Collection<String> tableNames, String condition) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.tableNames = List.copyOf(tableNames);
    String marks = String.join(", ", Collections.nCopies(tableNames.size(), "?"));
    this.select =
        "select %s from fact where table_name in (%s)%s and subject "
            .formatted(FactVersion.COLUMNS, marks, condition.isEmpty() ? "" : " and " + condition);
  }

  /** Rows about nobody first, then by subject. */
  void forEach(Consumer<FactVersion> consumer) {
    if (tableNames.isEmpty()) {
      return;
    }
    query("= ?", consumer, "");
    String after = "";
    for (String last = bound(after); last != null; last = bound(after)) {
      query("> ? and subject <= ?", consumer, after, last);
      after = last;
    }
    query("> ?", consumer, after);
  }

  /**
   * The last subject of the page behind a subject, or null when the rest is no more than a page.
   */
  private String bound(String after) {
    List<String> bound = jdbc.queryForList(BOUND, String.class, after);
    return bound.isEmpty() ? null : bound.get(0);
  }

  private void query(String range, Consumer<FactVersion> consumer, String... bounds) {
    List<Object> parameters = new ArrayList<>(tableNames);
    Collections.addAll(parameters, (Object[]) bounds);
    jdbc.query(
        select + range,
        cursor -> {
          consumer.accept(FactVersion.of(cursor, tables));
        },
        parameters.toArray());
  }
}
