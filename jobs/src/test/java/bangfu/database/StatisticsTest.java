package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class StatisticsTest {
  private static final int ROWS = 5_000;

  @Parameter TestServer server;

  @TempDir Path folder;

  @Test
  void countsWhatTheTransactionHasFilled() {
    try (Database database = Database.open(server.newDatabase(folder))) {
      JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
      jdbc.execute("create table thing (no integer primary key)");
      List<Object[]> rows = IntStream.range(0, ROWS).mapToObj(no -> new Object[] {no}).toList();

      new TransactionTemplate(database.transactions())
          .executeWithoutResult(
              status -> {
                new BulkInsert(database.dataSource(), "thing", "no").insert(rows);
                Statistics.refresh(database.dataSource(), "thing");
                assertThat(known(jdbc)).isEqualTo(ROWS);
              });
      assertThat(known(jdbc)).isEqualTo(ROWS);
    }
  }

  /** How many rows the database believes that the table has. */
  private long known(JdbcTemplate jdbc) {
    String query =
        server == TestServer.H2
            ? "select count(*) from thing"
            : "select reltuples::bigint from pg_class where relname = 'thing'";
    return jdbc.queryForObject(query, Long.class);
  }
}
