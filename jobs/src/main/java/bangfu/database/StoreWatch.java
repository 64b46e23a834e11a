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
public final class StoreWatch implements AutoCloseable {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  /**
   * Who is told.
   *
   * @param patience how long a failure has to come out by itself
   * @param told gets the reason why the store is gone, once, in a thread of its own; may end the
   *     program as a kill would
   */
  public record Watcher(Duration patience, Consumer<Throwable> told) {}

  private final org.h2.engine.Database database;
  private final Watcher watcher;
  private final Thread thread = new Thread(this::watch, "store-watch");
  private volatile boolean closing;

  private StoreWatch(org.h2.engine.Database database, Watcher watcher) {
    this.database = database;
    this.watcher = watcher;
  }

  /**
   * Begins to watch; a database that is not in this process needs no watch and gets none.
   *
   * @param watcher null for nobody
   */
  static Optional<StoreWatch> of(DataSource source, JdbcUrl url, Watcher watcher) {
    if (watcher == null || !url.isH2Stored()) {
      return Optional.empty();
    }
    try (Connection connection = source.getConnection()) {
      if (connection instanceof JdbcConnection h2
          && h2.getSession() instanceof SessionLocal session) {
        StoreWatch watch = new StoreWatch(session.getDatabase(), watcher);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return Optional.of(watch);
      }
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot watch the database", e);
    }
  }

  private void watch() {
    try {
      Throwable reason = reason();
      while (reason == null) {
        Thread.sleep(LOOKS_EVERY.toMillis());
        reason = reason();
      }
      Thread.sleep(watcher.patience().toMillis());
      watcher.told().accept(reason);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the store is gone; null while it is there. */
  private Throwable reason() {
    Throwable panic = database.getStore().getMvStore().getPanicException();
    return panic == null && database.isClosing() && !closing
        ? DbException.get(ErrorCode.DATABASE_IS_CLOSED).getSQLException()
        : panic;
  }

  /** From now on it is no failure that the database closes. */
  void expectClosing() {
    closing = true;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
