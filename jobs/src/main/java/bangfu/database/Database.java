package bangfu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The open database with its newest schema: one {@link DataSource} and one transaction manager for
 * everything. Safe for any thread; close it once, at the end.
 */
public final class Database implements AutoCloseable {
  /** An H2 file in the working folder. */
  public static final String DEFAULT_URL = "jdbc:h2:file:./bangfu";

  /** Every partition may hold a reading and a writing connection. */
  private static final int MAX_CONNECTIONS = 32;

  private static final Map<String, String> H2_WORDS =
      Map.of("bytes", "varbinary(1000000)", "codepoint", "");

  private final JdbcConnectionPool pool;
  private final PlatformTransactionManager transactions;

  private Database(JdbcConnectionPool pool) {
    this.pool = pool;
    this.transactions = new JdbcTransactionManager(pool);
  }

  /**
   * Opens the database, creates it when there is none, and brings its schema up to date.
   *
   * @throws DatabaseInUseException when another process has the file open
   * @throws IllegalArgumentException when the URL is not one of H2
   */
  public static Database open(String jdbcUrl) {
    JdbcUrl url = new JdbcUrl(jdbcUrl);
    JdbcConnectionPool pool = JdbcConnectionPool.create(source(url));
    pool.setMaxConnections(MAX_CONNECTIONS);
    try {
      connectOnce(pool, url);
      migrate(pool);
      return new Database(pool);
    } catch (RuntimeException e) {
      pool.dispose();
      throw e;
    }
  }

  private static JdbcDataSource source(JdbcUrl url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url.durable());
    if (!url.namesUser()) {
      source.setUser("sa");
    }
    return source;
  }

  private static void connectOnce(JdbcConnectionPool pool, JdbcUrl url) {
    try (Connection connection = pool.getConnection()) {
      connection.clearWarnings();
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new DatabaseInUseException(url.location(), e);
      }
      throw new IllegalStateException("cannot open the database " + url.location(), e);
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(H2_WORDS)
        .javaMigrations(new BatchTables())
        .load()
        .migrate();
  }

  public DataSource dataSource() {
    return pool;
  }

  /** The transaction manager that every step and every writer names. */
  public PlatformTransactionManager transactions() {
    return transactions;
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
