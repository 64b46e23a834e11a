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
 * The tables of Spring Batch's own metadata, from the script it ships for each database. As all
 * migrations it may begin again in the middle, for H2 commits each table at once.
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
    String script =
        "org/springframework/batch/core/schema-" + product.toLowerCase(Locale.ROOT) + ".sql";
    String statements = text(script).replaceAll("CREATE (TABLE|SEQUENCE) ", "$0IF NOT EXISTS ");
    ScriptUtils.executeSqlScript(
        context.getConnection(),
        new ByteArrayResource(statements.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String script) {
    try {
      return new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
