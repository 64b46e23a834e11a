package bangfu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The tables of Spring Batch's own metadata, from the script it ships for each database: V4, and a
 * part of B21. As all migrations it may begin again in the middle, for H2 commits each table at
 * once.
 */
final class BatchTables implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("4");
  }

  @Override
  public String getDescription() {
    return "batch metadata";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    String product = context.getConnection().getMetaData().getDatabaseProductName();
    ScriptUtils.executeSqlScript(
        context.getConnection(),
        new ByteArrayResource(statements(product).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The statements that make the tables that are not there yet.
   *
   * @param product name of the database: H2 or PostgreSQL
   */
  static String statements(String product) {
    String script =
        "org/springframework/batch/core/schema-" + product.toLowerCase(Locale.ROOT) + ".sql";
    try {
      return new ClassPathResource(script)
          .getContentAsString(StandardCharsets.UTF_8)
          .replaceAll("CREATE (TABLE|SEQUENCE) ", "$0IF NOT EXISTS ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
