package bangfu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/**
 * Watches the store of an H2 file. When H2 can write no more it gives the store up, and a thread
 * that comes to it just then may go round inside H2 for ever, so that the program never ends and
 * says nothing. Who asked for the watch is told when the store has been gone for a while and the
 * database is still not closed.
 */
final class StoreWatch implements AutoCloseable {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  private final Thread thread;

  private StoreWatch(org.h2.engine.Database database, Duration patience, Consumer<Throwable> told) {
    thread = new Thread(() -> watch(database, patience, told), "store-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Begins to watch; a database that is not in this process needs no watch and gets none.
   *
   * @param patience how long a failure has to come out by itself
   * @param told gets the reason why the store is gone, once, in a thread of its own
   */
  static Optional<StoreWatch> of(DataSource source, Duration patience, Consumer<Throwable> told) {
    try (Connection connection = source.getConnection()) {
      return connection instanceof JdbcConnection h2
              && h2.getSession() instanceof SessionLocal session
          ? Optional.of(new StoreWatch(session.getDatabase(), patience, told))
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot watch the database", e);
    }
  }

  private static void watch(
      org.h2.engine.Database database, Duration patience, Consumer<Throwable> told) {
    try {
      while (reason(database) == null) {
        Thread.sleep(LOOKS_EVERY.toMillis());
      }
      Throwable reason = reason(database);
      Thread.sleep(patience.toMillis());
      told.accept(reason);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the store is gone; null while it is there. */
  private static Throwable reason(org.h2.engine.Database database) {
    Throwable panic = database.getStore().getMvStore().getPanicException();
    return panic == null && database.isClosing()
        ? DbException.get(ErrorCode.DATABASE_IS_CLOSED).getSQLException()
        : panic;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
