package bangfu.database;

import bangfu.database.DatabaseUnavailableException.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The open database with its newest schema: one {@link DataSource} and one transaction manager for
 * everything. Safe for any thread; close it once, at the end.
 */
public final class Database implements AutoCloseable {
  /** An H2 file in the working folder. */
  public static final String DEFAULT_URL = "jdbc:h2:file:./bangfu";

  private static final String H2_VALUE_CACHE = "h2.objectCache";

  /** Every partition may hold a reading and a writing connection. */
  public static final int MAX_CONNECTIONS = 32;

  static {
    // H2's cache of values costs more than the garbage it saves; it is read when H2 is loaded
    if (System.getProperty(H2_VALUE_CACHE) == null) {
      System.setProperty(H2_VALUE_CACHE, "false");
    }
  }

  // H2's pool serves the connections of any driver, PostgreSQL's too.
  private final JdbcConnectionPool pool;

  private final JdbcConnectionPool reader;
  private final PlatformTransactionManager transactions;
  private final Holder holder;
  private final Optional<LockFile> lockFile;
  private final Optional<StoreWatch> watch;

  private Database(
      JdbcConnectionPool pool,
      JdbcConnectionPool reader,
      Holder holder,
      Optional<LockFile> lockFile,
      Optional<StoreWatch> watch) {
    this.watch = watch;
    this.pool = pool;
    this.reader = reader;
    this.transactions = new JdbcTransactionManager(pool);
    this.holder = holder;
    this.lockFile = lockFile;
  }

  /** Opens the database for nobody in particular, see {@link #open(String, Holder)}. */
  public static Database open(String jdbcUrl) {
    return open(jdbcUrl, Holder.self("bangfu", Instant.now()));
  }

  /**
   * The path of a file beside the one of the database, with another suffix; empty when the database
   * is not a file of this machine.
   */
  public static Optional<Path> beside(String jdbcUrl, String suffix) {
    return new JdbcUrl(jdbcUrl).beside(suffix);
  }

  /**
   * Opens the database and brings its schema up to date. An H2 file is created when there is none,
   * and a small file beside it says who has it open; a PostgreSQL database must exist, and its user
   * must be allowed to create tables in it.
   *
   * @param holder who opens it
   * @throws UnknownDatabaseException when the URL is neither of H2 nor of PostgreSQL
   * @throws DatabaseInUseException when another process has the H2 file open
   * @throws DatabaseUnavailableException when the database cannot be used as it is
   */
  public static Database open(String jdbcUrl, Holder holder) {
    return open(jdbcUrl, holder, null);
  }

  /**
   * As {@link #open(String, Holder)}, and has somebody told when the file of an H2 database was
   * given up, on a full disk for example, and the database is still not closed a while later:
   * threads that wait for it never end then.
   *
   * @param watcher null for nobody
   */
  public static Database open(String jdbcUrl, Holder holder, StoreWatch.Watcher watcher) {
    JdbcUrl url = new JdbcUrl(jdbcUrl);
    Optional<SchemaBackup> backup = SchemaBackup.of(url);
    boolean isNew =
        url.isMissingFile() && !EmptyRegister.isPutAt(url); // a kill may undo what is made of it
    JdbcConnectionPool pool = opened(url, backup, !isNew);
    Optional<LockFile> lockFile = url.lockFile().map(LockFile::new);
    Optional<StoreWatch> watch = Optional.empty();
    try {
      watch = StoreWatch.of(pool, url, watcher);
      lockFile.ifPresent(file -> file.write(holder));
      // H2 writes one table after the other, by number, while others change them. What undoes an
      // unfinished transaction must come last, or a kill leaves rows that nobody takes back. It
      // does so when H2 opens tables that are there, and not for those made since.
      boolean isChanged = migrate(pool, url, backup) > 0 && url.isH2Stored();
      if (isNew || isChanged) {
        dispose(pool, watch);
        pool = opened(url, backup, true);
        watch = StoreWatch.of(pool, url, watcher);
      }
      JdbcConnectionPool reader = url.isPostgresql() ? pool(ConnectionSource.reading(url)) : pool;
      return new Database(pool, reader, holder, lockFile, watch);
    } catch (RuntimeException e) {
      dispose(pool, watch);
      throw e;
    }
  }

  /** The watch looks on: a database that was given up may not let itself be closed. */
  private static void dispose(JdbcConnectionPool pool, Optional<StoreWatch> watch) {
    watch.ifPresent(StoreWatch::expectClosing);
    try {
      pool.dispose();
    } finally {
      watch.ifPresent(StoreWatch::close);
    }
  }

  /** True for the URL of an H2 file that is not there: {@link #open} would create it. */
  public static boolean isMissing(String jdbcUrl) {
    return new JdbcUrl(jdbcUrl).isMissingFile();
  }

  /**
   * Stops those who only look before they create a database.
   *
   * @throws DatabaseUnavailableException when it is an H2 file that is not there
   */
  public static void requireExisting(String jdbcUrl) {
    if (isMissing(jdbcUrl)) {
      throw new DatabaseUnavailableException(Reason.NO_FILE, new JdbcUrl(jdbcUrl).location(), null);
    }
  }

  private static JdbcConnectionPool pool(ConnectionPoolDataSource connections) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
    pool.setMaxConnections(MAX_CONNECTIONS);
    return pool;
  }

  /** The open database, as it was before a migration that was killed. */
  private static JdbcConnectionPool opened(
      JdbcUrl url, Optional<SchemaBackup> backup, boolean durable) {
    JdbcConnectionPool pool = pool(ConnectionSource.of(url, durable));
    try {
      FirstConnection.check(pool, url);
      if (backup.filter(SchemaBackup::exists).isEmpty()) {
        return pool;
      }
      backup.get().restore();
    } catch (RuntimeException e) {
      pool.dispose();
      throw e;
    }
    pool.dispose();
    return opened(url, backup, durable);
  }

  /** Returns how many scripts it ran. */
  private static int migrate(DataSource source, JdbcUrl url, Optional<SchemaBackup> backup) {
    try {
      return new Migration(source, url.isPostgresql(), backup).run();
    } catch (FlywayException e) {
      throw FirstConnection.explained(e, url);
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /**
   * For reading results that may be larger than the memory, row by row: PostgreSQL streams within a
   * transaction only, so that every read here is one of its own. Nothing can be written with it.
   */
  public DataSource reader() {
    return reader;
  }

  /** The transaction manager that every step and every writer names. */
  public PlatformTransactionManager transactions() {
    return transactions;
  }

  /** Who opened it. */
  public Holder holder() {
    return holder;
  }

  @Override
  public void close() {
    lockFile.ifPresent(LockFile::delete); // while it is ours: the next may open it at once
    dispose(pool, watch);
    reader.dispose();
  }
}
