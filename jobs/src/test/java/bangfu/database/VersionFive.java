package bangfu.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema as it was before the payment life: V5, and V1 in its words of then. */
public final class VersionFive {
  private VersionFive() {}

  /**
   * Makes the tables.
   *
   * @param scripts a folder for its scripts
   */
  public static DataSource make(TestServer server, String url, Path scripts) throws IOException {
    Files.createDirectories(scripts);
    copy("/bangfu/database/V1__register.sql", scripts);
    for (String later : List.of("V2__assessment", "V3__ledger", "V5__runs")) {
      copy("/db/migration/" + later + ".sql", scripts);
    }
    boolean h2 = server == TestServer.H2;
    Flyway flyway =
        Flyway.configure()
            .dataSource(url, h2 ? "sa" : null, h2 ? "" : null)
            .locations("filesystem:" + scripts)
            .javaMigrations(new BatchTables())
            .placeholders(
                Map.of(
                    "bytes", h2 ? "varbinary(1000000)" : "bytea",
                    "codepoint", h2 ? "" : " collate \"C\""))
            .load();
    flyway.migrate();
    return flyway.getConfiguration().getDataSource();
  }

  private static void copy(String script, Path folder) throws IOException {
    try (InputStream in = VersionFive.class.getResourceAsStream(script)) {
      Files.write(folder.resolve(Path.of(script).getFileName().toString()), in.readAllBytes());
    }
  }
}
