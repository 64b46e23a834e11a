package bangfu.batch;

import bangfu.database.Database;
import bangfu.database.Holder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;

/**
 * The right to run: one holder at a time in a database, whatever the machine. A connection of its
 * own holds it, so that the database takes it back as soon as the holder is gone; nobody ever waits
 * for a dead one. The row of {@link RunHolders} says who it is, and the heartbeat that it lives.
 *
 * <p>What is published asks {@link #requireHeld()} in its own transaction: a holder that lost its
 * connection, and with it the right, cannot publish beside the next one.
 */
final class RunLock implements AutoCloseable {
  /** Any number that nobody else uses in this database, another one in each schema. */
  private static final String ADVISORY_KEY = 0x62616E676675L + " # hashtext(current_schema())";

  /** PostgreSQL shows the halves of a key as two numbers without sign. */
  private static final String ADVISORY_LOCKED =
      "select exists (select 1 from pg_locks where locktype = 'advisory' and granted"
          + " and objsubid = 1"
          + " and database = (select oid from pg_database where datname = current_database())"
          + " and (classid::bigint << 32) | objid::bigint = "
          + "("
          + ADVISORY_KEY
          + "))";

  /** A holder whose machine is gone: PostgreSQL notices within a minute, not after two hours. */
  private static final List<String> NOTICE_THE_DEAD =
      List.of(
          "set tcp_keepalives_idle = 30",
          "set tcp_keepalives_interval = 10",
          "set tcp_keepalives_count = 3");

  private static final int BEAT_SECONDS = 10;

  private final Connection connection;
  private final RunHolders holders;
  private final String token = UUID.randomUUID().toString();
  private final Timer heart = new Timer("run-lock", true);
  private volatile boolean lost;

  private RunLock(Connection connection, RunHolders holders) {
    this.connection = connection;
    this.holders = holders;
  }

  /**
   * Takes the right to run, or says who has it.
   *
   * @throws RunLockedException when somebody else runs
   */
  static RunLock acquire(Database database, Clock clock) {
    RunHolders holders = new RunHolders(database.dataSource(), clock);
    Connection connection = lockedConnection(database);
    if (connection == null) {
      Optional<Holder> other = holders.named();
      connection = other.isEmpty() ? lockedConnection(database) : null; // it has just ended
      if (connection == null) {
        throw new RunLockedException(other.orElse(null));
      }
    }
    RunLock lock = new RunLock(connection, holders);
    holders.replace(database.holder(), lock.token);
    lock.heart.schedule(lock.beating(), BEAT_SECONDS * 1_000L, BEAT_SECONDS * 1_000L);
    return lock;
  }

  /** True when somebody runs now. Looking keeps nobody from running. */
  static boolean isHeld(Database database) {
    try (Connection connection = database.dataSource().getConnection()) {
      if (isPostgres(connection)) {
        return isTrue(connection, ADVISORY_LOCKED);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look at the run lock", e);
    }
    return isRowHeld(database);
  }

  /** Nobody else can look while an H2 file is open, so taking the lock is no harm. */
  private static boolean isRowHeld(Database database) {
    try (Connection connection = lockedConnection(database)) {
      if (connection != null) {
        free(connection);
      }
      return connection == null;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look at the run lock", e);
    }
  }

  /** A connection that holds the lock; null when another one does. */
  private static Connection lockedConnection(Database database) {
    try {
      Connection connection = database.dataSource().getConnection();
      if (isPostgres(connection) ? advisory(connection) : row(connection)) {
        return connection;
      }
      free(connection);
      connection.close();
      return null;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot take the run lock", e);
    }
  }

  private static boolean isPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  private static boolean advisory(Connection connection) throws SQLException {
    for (String setting : NOTICE_THE_DEAD) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      }
    }
    return isTrue(connection, "select pg_try_advisory_lock(" + ADVISORY_KEY + ")");
  }

  private static boolean isTrue(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static boolean row(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet locked =
            statement.executeQuery("select lock_no from run_lock for update skip locked")) {
      return locked.next();
    }
  }

  private static void free(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    } else if (isPostgres(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_unlock_all()");
      }
    }
  }

  private TimerTask beating() {
    return new TimerTask() {
      @Override
      public void run() {
        beat();
      }
    };
  }

  private void beat() {
    try {
      lost |= !connection.isValid(BEAT_SECONDS);
      holders.beat(token);
    } catch (SQLException | RuntimeException e) {
      lost |= isClosed(); // a beat that came late is no loss
    }
  }

  private boolean isClosed() {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /**
   * Stops a holder that is no longer one. In a transaction, nobody can take over before its end.
   *
   * @throws RunLockLostException when the right to run is lost
   */
  void requireHeld() {
    if (lost || !holders.isCurrent(token)) {
      throw new RunLockLostException();
    }
  }

  @Override
  public void close() {
    heart.cancel();
    try (Connection closed = connection) {
      free(closed); // first, for whoever is sent away is told a name
      holders.remove(token);
    } catch (SQLException | RuntimeException e) {
      lost = true; // the database is gone, and the lock with it
    }
  }
}
