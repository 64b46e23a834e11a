package bangfu.kill;

import bangfu.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that a run left: the bytes of its files and the rows of the product's tables. */
final class Leftovers {
  /** Tables of the libraries, and what is about processes rather than about the register. */
  private static final Set<String> NOT_OF_THE_PRODUCT =
      Set.of("flyway_schema_history", "run_lock", "run_holder");

  /**
   * How a run was typed differs from one folder to the next, and a run that was killed just after
   * it was complete is followed by another one.
   */
  private static final Set<String> NOT_COMPARED = Set.of("command", "run_no");

  private static final String RUNS = "job_run";

  private Leftovers() {}

  /** Every file below a folder by its path, with its SHA-256; empty without a folder. */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          files.put(
              folder.relativize(file).toString().replace('\\', '/'),
              hash(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  /** All rows, each behind the name of its table, in order; times left out. */
  static List<String> rows(String url) {
    List<String> rows = new ArrayList<>();
    try (Database database = Database.open(url)) {
      JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
      for (String table : tables(jdbc)) {
        jdbc.queryForList("select * from " + table).forEach(row -> rows.add(table + text(row)));
      }
    }
    List<String> runs = rows.stream().filter(row -> row.startsWith(RUNS)).distinct().toList();
    rows.removeIf(row -> row.startsWith(RUNS));
    rows.addAll(runs);
    Collections.sort(rows);
    return rows;
  }

  private static List<String> tables(JdbcTemplate jdbc) {
    return jdbc
        .queryForList(
            "select table_name from information_schema.tables where table_schema = current_schema",
            String.class)
        .stream()
        .map(table -> table.toLowerCase(Locale.ROOT))
        .filter(
            table ->
                !NOT_OF_THE_PRODUCT.contains(table)
                    && !table.startsWith("batch_job")
                    && !table.startsWith("batch_step"))
        .sorted()
        .toList();
  }

  private static String text(Map<String, Object> row) {
    List<String> cells = new ArrayList<>();
    row.forEach(
        (column, value) -> {
          if (!(value instanceof Timestamp)
              && !NOT_COMPARED.contains(column.toLowerCase(Locale.ROOT))) {
            cells.add(value instanceof byte[] bytes ? hash(bytes) : String.valueOf(value));
          }
        });
    return cells.toString();
  }

  private static String hash(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes);
  }
}
