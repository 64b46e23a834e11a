package bangfu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.MigrationInfoService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A register that begins with the file that the build has made. */
class EmptyRegisterTest {
  @TempDir Path folder;
  private Path made;

  @BeforeEach
  void make() {
    EmptyRegister.main(new String[] {folder.resolve("empty").toString()});
    made = folder.resolve("empty.mv.db");
    assertThat(made.toFile().setReadOnly()).isTrue(); // as an installation may leave it
  }

  @AfterEach
  void forget() {
    System.clearProperty(EmptyRegister.PLACE);
  }

  @Test
  void isTheSameAsOneThatFlywayMakes() {
    List<String> byFlyway = schema("flyway");
    System.setProperty(EmptyRegister.PLACE, made.toString());

    assertThat(schema("new/in/folders")).isEqualTo(byFlyway).isNotEmpty();
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    System.setProperty(EmptyRegister.PLACE, made.toString());
    Path place = Files.createDirectory(folder.resolve("place"));

    assertThat(EmptyRegister.isPutAt(new JdbcUrl(url("place/register")))).isTrue();

    assertThat(place).isDirectoryContaining("glob:**register.mv.db");
    assertThat(place.resolve("register.mv.db")).hasSameBinaryContentAs(made);
    assertThat(Files.getPosixFilePermissions(place.resolve("register.mv.db")))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("other"))));
    try (var files = Files.list(place)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void neverTakesThePlaceOfARegister() throws IOException {
    Files.writeString(folder.resolve("there.mv.db"), "a register");
    System.setProperty(EmptyRegister.PLACE, made.toString());

    EmptyRegister.isPutAt(new JdbcUrl(url("there")));

    assertThat(folder.resolve("there.mv.db")).hasContent("a register");
  }

  @Test
  void isNotForThoseWhoAskForSomethingElse() {
    System.setProperty(EmptyRegister.PLACE, made.toString());

    assertThat(EmptyRegister.isPutAt(new JdbcUrl(url("other") + ";USER=officer"))).isFalse();
    assertThat(EmptyRegister.isPutAt(new JdbcUrl("jdbc:h2:mem:other"))).isFalse();
    assertThat(EmptyRegister.isPutAt(new JdbcUrl("jdbc:h2:file:refused"))).isFalse();
    assertThat(EmptyRegister.isPutAt(new JdbcUrl("jdbc:h2:tcp://db.example/other"))).isFalse();
    assertThat(EmptyRegister.isPutAt(new JdbcUrl("jdbc:postgresql:other"))).isFalse();
  }

  @Test
  void isDoneWithoutWhenItIsNotThere() {
    System.setProperty(EmptyRegister.PLACE, folder.resolve("nowhere").toString());

    assertThat(schema("new")).isNotEmpty();
  }

  /** Flyway is not asked when the newest script was the last. */
  @Test
  void knowsTheNewestScript() {
    try (Database database = Database.open(url("new"))) {
      MigrationInfoService scripts =
          Migration.scripts(false).dataSource(database.dataSource()).load().info();

      assertThat(scripts.pending()).isEmpty();
      assertThat(scripts.current().getVersion().getVersion()).isEqualTo(Migration.NEWEST);
    }
  }

  private List<String> schema(String name) {
    try (Database database = Database.open(url(name))) {
      assertThat(new JdbcTemplate(database.dataSource()).queryForList("select * from delivery"))
          .isEmpty();
      return Schema.of(database.dataSource(), TestServer.H2).stream().sorted().toList();
    }
  }

  private String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }
}
