package bangfu.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema up to date. Of two first starts one makes the tables and the other waits; it
 * looks again at once, for Flyway's own second between two looks is longer than a small month runs:
 * it would find the run ended instead of being sent away.
 */
final class Migration {
  private static final String HISTORY =
      "select \"version\", \"success\" from \"%s\".\"flyway_schema_history\""
          + " order by \"installed_rank\"";

  private static final long LOOK_EVERY_MILLIS = 20;
  private static final long AWAIT_MILLIS = 60_000;

  /** Flyway's checksum of V1 as it was before the payment life. */
  private static final Integer FIRST_V1 = -778_564_663;

  /** The newest script. */
  static final String NEWEST = "21";

  private final DataSource source;
  private final boolean postgresql;
  private final Optional<SchemaBackup> backup;
  private Flyway flyway; // takes a tenth of a second, and is seldom needed

  /**
   * @param postgresql the kind of the database, which is H2's otherwise
   * @param backup made before a register is changed, not for one that has nothing yet; empty where
   *     a killed script leaves nothing
   */
  Migration(DataSource source, boolean postgresql, Optional<SchemaBackup> backup) {
    this.source = source;
    this.postgresql = postgresql;
    this.backup = backup;
  }

  /** The scripts, in the words of one kind of database. */
  static FluentConfiguration scripts(boolean postgresql) {
    return Flyway.configure()
        .locations("classpath:db/migration")
        .javaMigrations(new BatchTables())
        .placeholders(
            Map.of(
                "bytes", postgresql ? "bytea" : "varbinary(1000000)",
                "codepoint", postgresql ? " collate \"C\"" : "",
                "batch_tables", BatchTables.statements(postgresql ? "PostgreSQL" : "H2")));
  }

  /** Returns how many scripts it ran. */
  int run() {
    if (endsWithNewest()) {
      return 0;
    }
    flyway = scripts(postgresql).dataSource(source).lockRetryCount(0).load();
    long end = System.nanoTime() + AWAIT_MILLIS * 1_000_000;
    OptionalInt ran = ran(end);
    while (ran.isEmpty()) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      ran = ran(end);
    }
    return ran.getAsInt();
  }

  /** True when all scripts went well and the newest was the last: Flyway has nothing to do then. */
  private boolean endsWithNewest() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet script = statement.executeQuery(HISTORY.formatted(connection.getSchema()))) {
      String last = "";
      while (script.next()) {
        if (!script.getBoolean(2)) {
          return false;
        }
        last = script.getString(1);
      }
      return NEWEST.equals(last);
    } catch (SQLException noHistory) {
      return false; // Flyway makes it, or says what is wrong
    }
  }

  /** Empty when somebody else is at it, who has time until the end. */
  private OptionalInt ran(long end) {
    try {
      MigrationInfoService scripts = flyway.info();
      if (isUpToDate(scripts)) {
        backup.ifPresent(SchemaBackup::drop);
        return OptionalInt.of(0);
      }
      if (scripts.applied().length > 0) {
        acceptOlderRegister(scripts);
        if (flyway.info().pending().length > 0) {
          backup.ifPresent(copy -> copy.make(source));
        }
      }
      int scriptsRun = flyway.migrate().migrationsExecuted;
      backup.ifPresent(SchemaBackup::drop);
      return OptionalInt.of(scriptsRun);
    } catch (FlywayException e) {
      boolean locked = String.valueOf(e.getMessage()).contains("advisory lock");
      if (locked && System.nanoTime() < end) {
        return OptionalInt.empty();
      }
      throw e;
    }
  }

  /** True when Flyway would find nothing to do and nothing to refuse; asking it takes longer. */
  private static boolean isUpToDate(MigrationInfoService scripts) {
    return scripts.current() != null && Arrays.stream(scripts.all()).allMatch(Migration::isSettled);
  }

  private static boolean isSettled(MigrationInfo script) {
    return switch (script.getState()) {
      case SUCCESS, BASELINE ->
          Objects.equals(script.getResolvedChecksum(), script.getAppliedChecksum());
      case BELOW_BASELINE, BASELINE_IGNORED -> true; // B21 stands for it
      case IGNORED -> script.getType().isBaseline(); // V1 to V21 stand for it
      default -> false;
    };
  }

  /** V1 got a column once, which V19 adds to registers that were made before. */
  private void acceptOlderRegister(MigrationInfoService scripts) {
    for (MigrationInfo script : scripts.applied()) {
      if (FIRST_V1.equals(script.getAppliedChecksum())) {
        flyway.repair();
        return;
      }
    }
  }
}
