package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A register that begins with B21 is the same as one that went through V1 to V21. */
@OnEachDatabase
class BaselineTest {
  private static final String HISTORY =
      "select \"script\" from \"flyway_schema_history\" where \"version\" is not null";
  private static final String BASELINE = "B21__register.sql";

  @Parameter TestServer server;
  @TempDir Path folder;

  @Test
  void makesWhatTheScriptsMakeOneAfterTheOther() throws IOException {
    String old = url("old");
    throughTheScripts(old).load().migrate();

    String made = url("new");
    assertThat(schema(made)).isNotEmpty().containsExactlyInAnyOrderElementsOf(schema(old));
    assertThat(history(made)).contains(BASELINE).doesNotContain("V1__register.sql");
    assertThat(history(old)).contains("V1__register.sql").doesNotContain(BASELINE);
  }

  @Test
  void aRegisterOfAnEarlierVersionGoesOnWithTheScripts() throws IOException {
    String old = url("old");
    throughTheScripts(old).target("6").load().migrate();

    assertThat(schema(old)).containsExactlyInAnyOrderElementsOf(schema(url("new")));
    assertThat(history(old)).contains("V1__register.sql").doesNotContain(BASELINE);
  }

  /**
   * As the database is left when nothing takes statements back: their tables, and no word of them.
   */
  @ParameterizedTest
  @ValueSource(strings = {"V1__register", "B21__register"})
  void aFirstStartKilledInTheMiddleIsBegunAgain(String script) throws IOException {
    String killed = url("killed");
    Files.createDirectory(folder.resolve("nothing"));
    Flyway flyway =
        scripts(killed)
            .javaMigrations()
            .locations("filesystem:" + folder.resolve("nothing"))
            .load();
    flyway.migrate();
    List<String> statements = statements(script, flyway.getConfiguration().getPlaceholders());
    JdbcTemplate jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
    statements.subList(0, statements.size() / 2).forEach(jdbc::execute);
    assertThat(jdbc.queryForList(HISTORY)).isEmpty();

    assertThat(schema(killed)).containsExactlyInAnyOrderElementsOf(schema(url("new")));
  }

  private static List<String> statements(String script, Map<String, String> words)
      throws IOException {
    String text =
        new ClassPathResource("db/migration/" + script + ".sql")
            .getContentAsString(StandardCharsets.UTF_8);
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace("${" + word.getKey() + "}", word.getValue());
    }
    return Stream.of(text.replaceAll("(?m)^--.*", "").split(";"))
        .filter(Predicate.not(String::isBlank))
        .toList();
  }

  private String url(String name) throws IOException {
    return server.newDatabase(Files.createDirectory(folder.resolve(name)));
  }

  private FluentConfiguration scripts(String url) {
    DataSource source = JdbcConnectionPool.create(ConnectionSource.of(new JdbcUrl(url), true));
    return Migration.scripts(server == TestServer.POSTGRESQL).dataSource(source);
  }

  /** As the program was before B21. */
  private FluentConfiguration throughTheScripts(String url) {
    FluentConfiguration scripts = scripts(url);
    scripts
        .getConfigurationExtension(BaselineMigrationConfigurationExtension.class)
        .setBaselineMigrationPrefix("none");
    return scripts;
  }

  private static List<String> history(String url) {
    try (Database database = Database.open(url)) {
      return new JdbcTemplate(database.dataSource()).queryForList(HISTORY, String.class);
    }
  }

  private List<String> schema(String url) {
    try (Database database = Database.open(url)) {
      return Schema.of(database.dataSource(), server);
    }
  }
}
