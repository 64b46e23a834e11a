package bangfu.kill;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.Database;
import bangfu.database.TestServer;
import bangfu.sample.SampleGenerator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that is shut down in the transaction that publishes a month, and started again. */
class DatabaseGoneTest {
  private static final String STOPS_THE_SERVER =
      """
      create function stop_the_server() returns trigger language plpgsql as $$ begin
        copy (select 1) to program 'cat > /dev/null; kill -INT $(head -n 1 postmaster.pid)';
        perform pg_sleep(60);
        return null;
      end $$;
      create trigger stop_the_server after insert on ledger_line
        for each statement execute function stop_the_server();
      """;

  @TempDir Path folder;
  private int port;

  @Test
  void theRunSaysSoAndTheNextStartGoesOn() throws Exception {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 100).write(folder.resolve("in/first"));
    Scenario.Place calm =
        Scenario.Place.empty(TestServer.H2, folder.resolve("in"), folder.resolve("calm"));
    assertThat(calm.run(Scenario.FIRST_RUN)).isZero();
    Scenario.Place place;
    try (EmbeddedPostgres server = server()) {
      port = server.getPort();
      place =
          new Scenario.Place(
              server.getJdbcUrl("postgres", "postgres"),
              folder.resolve("out"),
              folder.resolve("in"));
      Database.open(place.url()).close();
      new JdbcTemplate(server.getPostgresDatabase()).execute(STOPS_THE_SERVER);
      Child child = new Child(folder);

      assertThat(child.run(place.command(Scenario.FIRST_RUN))).as(child.terminal()).isEqualTo(1);
      assertThat(child.terminal().lines().toList())
          .singleElement()
          .asString()
          .startsWith("The database is gone");
      assertThat(Leftovers.files(place.out())).isEmpty();
    }
    try (EmbeddedPostgres server = server()) {
      JdbcTemplate jdbc = new JdbcTemplate(server.getPostgresDatabase());
      assertThat(jdbc.queryForObject("select count(*) from ledger_line", Integer.class)).isZero();
      jdbc.execute("drop trigger stop_the_server on ledger_line");

      assertThat(place.run(Scenario.FIRST_RUN)).isZero();
      assertThat(Leftovers.files(place.out().resolve("2017-09")).keySet())
          .isEqualTo(Leftovers.files(calm.out().resolve("2017-09")).keySet());
      assertThat(Files.readString(place.out().resolve("2017-09/ledger.csv")))
          .isEqualTo(Files.readString(calm.out().resolve("2017-09/ledger.csv")));
    }
  }

  /** The server of one folder, on the port that it had before. */
  private EmbeddedPostgres server() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }
}
