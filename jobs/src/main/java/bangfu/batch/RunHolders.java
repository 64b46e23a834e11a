package bangfu.batch;

import bangfu.database.Holder;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who has the right to run: the row that {@link RunLock} keeps for people to read. */
final class RunHolders {
  private static final long LOOK_EVERY_MILLIS = 20;
  private static final int LOOKS = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  RunHolders(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  /** Names the new holder; what a dead one left is overwritten. */
  void replace(Holder holder, String token) {
    jdbc.sql("delete from run_holder").update();
    jdbc.sql(
            "insert into run_holder (holder_no, token, user_name, process, host, command, since,"
                + " beat_at) values (1, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            token,
            holder.user(),
            holder.process(),
            holder.host(),
            holder.command(),
            LocalDateTime.ofInstant(holder.since(), ZoneOffset.UTC),
            now())
        .update();
  }

  void beat(String token) {
    jdbc.sql("update run_holder set beat_at = ? where token = ?").params(now(), token).update();
  }

  void remove(String token) {
    jdbc.sql("delete from run_holder where token = ?").param(token).update();
  }

  /** Inside a transaction the answer holds until its end. */
  boolean isCurrent(String token) {
    boolean inside = TransactionSynchronizationManager.isActualTransactionActive();
    return jdbc.sql(
            "select holder_no from run_holder where token = ?" + (inside ? " for update" : ""))
        .param(token)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /**
   * The holder, given the moment that one needs from the lock to its name; empty when nobody has a
   * name after that, for it ended meanwhile.
   */
  Optional<Holder> named() {
    Optional<Holder> holder = current();
    for (int look = 1; look < LOOKS && holder.isEmpty(); look++) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      holder = current();
    }
    return holder;
  }

  /** The holder, which may be a dead one; empty when nobody is named. */
  Optional<Holder> current() {
    return jdbc.sql("select user_name, process, host, command, since from run_holder")
        .query(
            (row, number) ->
                new Holder(
                    row.getString("user_name"),
                    row.getLong("process"),
                    row.getString("host"),
                    row.getString("command"),
                    row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .optional();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
