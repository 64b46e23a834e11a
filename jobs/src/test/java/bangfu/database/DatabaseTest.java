package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {
  private static final Holder HOLDER = Holder.self("test", Instant.EPOCH);

  @TempDir Path folder;

  @Test
  void opensAnEmptyDatabaseWithItsTables() {
    try (Database database = Database.open(url())) {
      JdbcClient sql = JdbcClient.create(database.dataSource());

      assertThat(sql.sql("select count(*) from fact_page").query(Integer.class).single()).isZero();
    }
  }

  @Test
  void opensAgainWhatItWrote() {
    try (Database database = Database.open(url())) {
      JdbcClient.create(database.dataSource())
          .sql("insert into moved_household (household_no, bucket) values ('A', 1)")
          .update();
    }
    try (Database database = Database.open(url())) {
      JdbcClient sql = JdbcClient.create(database.dataSource());

      assertThat(sql.sql("select household_no from moved_household").query(String.class).list())
          .containsExactly("A");
    }
  }

  /** As H2 leaves a file that is killed while it gives a table a column. */
  @Test
  void beginsAKilledMigrationAgainFromTheFileAsItWas() {
    SchemaBackup backup = SchemaBackup.of(new JdbcUrl(url())).orElseThrow();
    try (Database database = Database.open(url())) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      sql.sql("insert into moved_household (household_no, bucket) values ('A', 1)").update();
      assertThat(backup.exists()).isFalse();
      backup.make(database.dataSource());
      sql.sql("drop table moved_household").update();
    }
    try (Database database = Database.open(url())) {
      JdbcClient sql = JdbcClient.create(database.dataSource());

      assertThat(sql.sql("select household_no from moved_household").query(String.class).list())
          .containsExactly("A");
      assertThat(backup.exists()).isFalse();
    }
  }

  /** A folder in the place of the copy makes copying fail. */
  @Test
  void copiesTheFileOnlyBeforeItChangesWhatIsThere() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("register.before-update.zip.part"));
    Database.open(url()).close();
    Database.open(url()).close();
    Path older = Files.createDirectory(folder.resolve("older"));
    String olderUrl = TestServer.H2.newDatabase(older);
    VersionFive.make(TestServer.H2, olderUrl, folder.resolve("scripts"));
    Files.move(copy, older.resolve(copy.getFileName()));

    assertThatThrownBy(() -> Database.open(olderUrl)).hasStackTraceContaining("before-update");
  }

  /**
   * H2 stores its maps by their numbers while others write: were a table behind the undo log of a
   * transaction, a kill could leave rows of it that the next start does not take back.
   */
  @Test
  void putsTheUndoLogsBehindTheTables() throws Exception {
    assertUndoLogsAreLast(url());
    String older = TestServer.H2.newDatabase(Files.createDirectory(folder.resolve("older")));
    VersionFive.make(TestServer.H2, older, folder.resolve("scripts"));
    assertUndoLogsAreLast(older);
  }

  private static void assertUndoLogsAreLast(String url) throws SQLException {
    try (Database database = Database.open(url)) {
      Map<Boolean, List<Integer>> numbers =
          store(database).getMetaMap().entrySet().stream()
              .filter(entry -> entry.getKey().startsWith("name."))
              .collect(
                  Collectors.partitioningBy(
                      entry -> entry.getKey().startsWith("name.undoLog"),
                      Collectors.mapping(
                          entry -> Integer.parseInt(entry.getValue(), 16), Collectors.toList())));
      assertThat(Collections.min(numbers.get(true)))
          .isGreaterThan(Collections.max(numbers.get(false)));
    }
  }

  @Test
  void aPageSizeThatTheUrlNamesIsNotNamedTwice() {
    try (Database database = Database.open(url() + ";page_size=8192")) {
      assertThat(JdbcClient.create(database.dataSource()).sql("select 1").query().listOfRows())
          .hasSize(1);
    }
  }

  @Test
  void switchesDelayedWritingOff() {
    try (Database database = Database.open(url())) {
      List<String> delays =
          JdbcClient.create(database.dataSource())
              .sql(
                  "select setting_value from information_schema.settings"
                      + " where setting_name = 'WRITE_DELAY'")
              .query(String.class)
              .list();

      assertThat(delays).isNotEmpty().containsOnly("0");
    }
  }

  @Test
  void saysWhenTheFileIsInUse() throws Exception {
    Database.open(url()).close();
    try (FileChannel file =
            FileChannel.open(folder.resolve("register.mv.db"), StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();

      assertThatThrownBy(() -> Database.open(url()))
          .isInstanceOf(DatabaseInUseException.class)
          .hasMessageContaining("register");
    }
  }

  @Test
  void refusesTheUrlOfAnotherDatabase() {
    assertThatThrownBy(() -> Database.open("jdbc:oracle:thin:@x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:h2:");
  }

  @Test
  void tellsWhyItsFileWasGivenUp() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    MVStoreException full =
        new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "no room on the disk");
    StoreWatch.Watcher watcher = new StoreWatch.Watcher(Duration.ZERO, told::complete);
    try (Database database = Database.open(url(), HOLDER, watcher)) {
      MVStore store = store(database);
      assertThat(told).isNotDone();

      assertThatThrownBy(() -> store.panic(full)).isSameAs(full);

      assertThat(told.get(1, TimeUnit.MINUTES)).isSameAs(full);
    }
  }

  @Test
  void tellsNothingWhenItIsClosed() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    StoreWatch.Watcher watcher = new StoreWatch.Watcher(Duration.ZERO, told::complete);

    Database.open(url(), HOLDER, watcher).close();

    assertThatThrownBy(() -> told.get(1_500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  private static MVStore store(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      SessionLocal session = (SessionLocal) ((JdbcConnection) connection).getSession();
      return session.getDatabase().getStore().getMvStore();
    }
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("register");
  }
}
