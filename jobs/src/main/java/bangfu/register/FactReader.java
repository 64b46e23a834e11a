package bangfu.register;

import bangfu.intake.Tables;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the rows about given subjects, one query for all of them. */
final class FactReader {
  private static final String BY_SUBJECT =
      "select " + FactVersion.COLUMNS + " from fact where subject = any(?) and since_delivery <= ?";

  private final JdbcTemplate jdbc;
  private final Tables tables;
  private final int knownDelivery;
  private final StoredRows storedRows;

  FactReader(JdbcTemplate jdbc, Tables tables, int knownDelivery) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.knownDelivery = knownDelivery;
    this.storedRows =
        new StoredRows(knownDelivery, new Deliveries(jdbc, tables).asOfDays(knownDelivery));
  }

  /** All rows in force about each subject; subjects without any are left out. */
  Map<String, List<StoredRow>> bySubject(Collection<String> subjects) {
    Map<String, List<StoredRow>> rows = new HashMap<>();
    versions(subjects).forEach((subject, versions) -> rows.put(subject, storedRows.of(versions)));
    rows.values().removeIf(List::isEmpty);
    return rows;
  }

  private Map<String, List<FactVersion>> versions(Collection<String> subjects) {
    Map<String, List<FactVersion>> versions = new HashMap<>();
    jdbc.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(BY_SUBJECT);
          statement.setArray(1, connection.createArrayOf("varchar", subjects.toArray()));
          statement.setInt(2, knownDelivery);
          return statement;
        },
        cursor -> {
          FactVersion version = FactVersion.of(cursor, tables);
          versions.computeIfAbsent(version.subject(), s -> new ArrayList<>()).add(version);
        });
    return versions;
  }
}
