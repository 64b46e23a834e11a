package bangfu.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.database.Database;
import bangfu.database.Holder;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class RunLockTest {
  private static final Instant SINCE = Instant.parse("2017-09-30T15:00:00Z");

  @Parameter TestServer server;
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database =
        Database.open(
            server.newDatabase(folder), new Holder("clerk", 7, "here", "bangfu run", SINCE));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void twoNeverHoldItAndTheSecondLearnsWhoDoes() {
    try (RunLock first = acquire()) {
      first.requireHeld();

      assertThatThrownBy(this::acquire)
          .isInstanceOfSatisfying(
              RunLockedException.class,
              locked -> assertThat(locked.holder()).contains(database.holder()));
      assertThat(RunLock.isHeld(database)).isTrue();
    }
  }

  @Test
  void isFreeAgainAfterClosing() {
    acquire().close();

    assertThat(RunLock.isHeld(database)).isFalse();
    try (RunLock second = acquire()) {
      second.requireHeld();
    }
  }

  @Test
  void aDeadHoldersNameIsOverwritten() {
    new RunHolders(database.dataSource(), Clock.systemUTC())
        .replace(new Holder("dead", 8, "there", "bangfu import", SINCE), "old");

    try (RunLock lock = acquire()) {
      assertThat(new RunHolders(database.dataSource(), Clock.systemUTC()).current())
          .contains(database.holder());
      lock.requireHeld();
    }
  }

  @Test
  void whoeverWasReplacedCannotPublish() {
    try (RunLock first = acquire()) {
      new RunHolders(database.dataSource(), Clock.systemUTC())
          .replace(new Holder("next", 9, "there", "bangfu run", SINCE), "next");

      assertThatThrownBy(
              () ->
                  new TransactionTemplate(database.transactions())
                      .executeWithoutResult(status -> first.requireHeld()))
          .isInstanceOf(RunLockLostException.class);
    }
  }

  @Test
  void leavesItsConnectionAsItWas() throws Exception {
    acquire().close();

    try (Connection connection = database.dataSource().getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
    }
    assertThat(new JdbcTemplate(database.dataSource()).queryForList("select * from run_holder"))
        .isEmpty();
  }

  private RunLock acquire() {
    return RunLock.acquire(database, Clock.systemUTC());
  }
}
