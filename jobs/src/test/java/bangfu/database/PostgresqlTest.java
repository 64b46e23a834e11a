package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bangfu.database.DatabaseUnavailableException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What only PostgreSQL does. */
class PostgresqlTest {
  @TempDir Path folder;
  private String url;
  private Database database;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() {
    url = TestServer.POSTGRESQL.newDatabase(folder);
    database = Database.open(url);
    jdbc = new JdbcTemplate(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyTextColumnSortsByCodePoint() {
    List<String> others =
        jdbc.queryForList(
            "select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = current_schema() and data_type in ('character varying', 'text')"
                + " and table_name not like 'batch%' and table_name not like 'flyway%'"
                + " and collation_name is distinct from 'C'",
            String.class);

    assertThat(others).isEmpty();
  }

  @Test
  void readsCommittedDataOnly() {
    assertThat(jdbc.queryForObject("show transaction_isolation", String.class))
        .isEqualTo("read committed");
  }

  @Test
  void readsLargeResultsPieceByPiece() {
    AtomicInteger rows = new AtomicInteger();

    assertThatThrownBy(
            () ->
                new JdbcTemplate(database.reader())
                    .query(
                        "select 1 / (100000 - n) from generate_series(1, 100000) n",
                        row -> {
                          rows.incrementAndGet();
                        }))
        .hasMessageContaining("division by zero");
    assertThat(rows).hasValueBetween(1, 99_999);
  }

  @Test
  void writesNothingByTheReader() {
    JdbcTemplate reader = new JdbcTemplate(database.reader());

    assertThat(
            catchThrowableOfType(
                RuntimeException.class,
                () -> reader.update("insert into posted_month values (201703, 1, 1)")))
        .hasMessageContaining("read-only");
  }

  @Test
  void saysThatThereIsNoSuchDatabase() {
    assertThat(refusal(url.replace("/postgres?", "/missing?"))).isEqualTo(Reason.MISSING);
  }

  @Test
  void saysThatTheLoginWasRefused() {
    assertThat(refusal(url.replace("user=postgres", "user=nobody")))
        .isEqualTo(Reason.LOGIN_REFUSED);
  }

  @Test
  void saysThatNobodyAnswers() {
    assertThat(refusal("jdbc:postgresql://localhost:1/bangfu")).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void saysThatTheUserMayNotCreateTables() {
    jdbc.execute("create role guest login");
    try {
      String guest =
          url.replace("user=postgres", "user=guest").replaceFirst("&currentSchema=.*", "");

      assertThat(refusal(guest)).isEqualTo(Reason.NOT_ALLOWED);
    } finally {
      jdbc.execute("drop role guest");
    }
  }

  @Test
  void saysThatTheDatabaseCannotHoldEveryCharacter() {
    jdbc.execute("create database latin encoding 'LATIN1' locale 'C' template template0");

    assertThat(refusal(url.replace("/postgres?", "/latin?"))).isEqualTo(Reason.NOT_UTF8);
  }

  private static Reason refusal(String url) {
    DatabaseUnavailableException refused =
        catchThrowableOfType(DatabaseUnavailableException.class, () -> Database.open(url).close());
    return refused.reason();
  }
}
