package bangfu.database;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that a schema is, as lines: tables with their columns in order, keys, checks, indexes, views,
 * sequences and the rows there are. Flyway's own table is left out.
 */
final class Schema {
  private static final String HISTORY = "flyway_schema_history";

  /** H2 numbers what has no name; two tables, or two of their keys, may come in another order. */
  private static final String GENERATED =
      "(?<=CONSTRAINT_|PRIMARY_KEY_|INDEX_)[0-9A-F]+(_\\d+)?\\b";

  private static final List<String> POSTGRESQL =
      List.of(
          "select 'column ' || c.oid::regclass || '.' || a.attname || ' '"
              + " || row_number() over (partition by c.oid order by a.attnum) || ' '"
              + " || format_type(a.atttypid, a.atttypmod) || ' not null: ' || a.attnotnull"
              + " || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')"
              + " || coalesce(' collate ' || l.collname, '') || ' ' || a.attidentity::text"
              + " from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0"
              + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
              + " left join pg_collation l on l.oid = a.attcollation"
              + " where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v')"
              + " and not a.attisdropped",
          "select 'constraint ' || conrelid::regclass || '.' || conname || ' '"
              + " || pg_get_constraintdef(oid)"
              + " from pg_constraint where connamespace = current_schema()::regnamespace",
          "select replace(indexdef, current_schema() || '.', '') from pg_indexes"
              + " where schemaname = current_schema()",
          "select 'view ' || viewname || definition from pg_views where schemaname = current_schema()",
          "select 'sequence ' || sequencename || ' ' || data_type || ' ' || start_value || ' '"
              + " || min_value || ' ' || max_value || ' ' || increment_by || ' ' || cycle"
              + " from pg_sequences where schemaname = current_schema()");

  private static final String POSTGRESQL_TABLES =
      "select tablename from pg_tables where schemaname = current_schema()";

  private Schema() {}

  static List<String> of(DataSource source, TestServer server) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Stream<String> lines = server == TestServer.POSTGRESQL ? postgresql(jdbc) : h2(jdbc);
    return lines.filter(line -> !line.toLowerCase(Locale.ROOT).contains(HISTORY)).toList();
  }

  private static Stream<String> h2(JdbcTemplate jdbc) {
    return jdbc.queryForList("script", String.class).stream()
        .filter(line -> !line.startsWith("CREATE USER"))
        .map(line -> line.replaceAll(GENERATED, "…"));
  }

  private static Stream<String> postgresql(JdbcTemplate jdbc) {
    return Stream.concat(
        POSTGRESQL.stream().flatMap(query -> jdbc.queryForList(query, String.class).stream()),
        jdbc.queryForList(POSTGRESQL_TABLES, String.class).stream()
            .flatMap(table -> rows(jdbc, table)));
  }

  private static Stream<String> rows(JdbcTemplate jdbc, String table) {
    return jdbc
        .queryForList("select '" + table + " ' || t from " + table + " t", String.class)
        .stream();
  }
}
