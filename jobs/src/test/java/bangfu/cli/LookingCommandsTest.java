package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import bangfu.batch.ImportJob;
import bangfu.batch.Progress;
import bangfu.database.Database;
import bangfu.register.Instructions;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that only look create nothing, and say which delivery they may know. */
class LookingCommandsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ledger --household H1", "assess --month 2017-03"})
  void createNoDatabase(String command) {
    int exit = Main.run((command + " --db " + url()).split(" "));

    assertThat(exit).isEqualTo(ExitCodes.FAILED);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"en, There is no database at h2:file:", "zh, 没有数据库 h2:file:"})
  void sayThatThereIsNone(String language, String said) {
    Throwable failure = catchThrowable(() -> Database.requireExisting(url()));

    assertThat(Failures.message(failure, Terminal.of("--lang", language))).startsWith(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--page 0", "--page 10001", "--partitions 0", "--partitions 13"})
  void numbersOutOfBoundsAreWrongUsage(String option) {
    int exit = Main.run(("run --month 2017-03 " + option + " --db " + url()).split(" "));

    assertThat(exit).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDeliveryIsNamedByItsNumberOrADay() throws IOException {
    try (Database database = Database.open(url())) {
      receive(database, 1, "2017-03-31");
      receive(database, 2, "2017-04-30");

      assertThat(known(database, null).delivery()).isZero();
      assertThat(known(database, "1").asOf()).hasToString("2017-03-31");
      assertThat(known(database, "2017-04-29").delivery()).isEqualTo(1);
      assertThat(known(database, "2017-04-30").delivery()).isEqualTo(2);
      for (String wrong : new String[] {"0", "3", "2017-03-30", "yesterday", "-1"}) {
        assertThatThrownBy(() -> known(database, wrong))
            .isInstanceOf(UsageException.class)
            .hasMessageContaining("from 1 to 2")
            .hasMessageContaining("2017-03-31")
            .hasMessageContaining(wrong);
      }
    }
  }

  @Test
  void assessSaysWhatItKnew() throws IOException {
    try (Database database = Database.open(url())) {
      receive(database, 1, "2017-03-31");
    }

    assertThat(Main.run("assess", "--month", "2017-03", "--as-known-on", "1", "--db", url()))
        .isEqualTo(ExitCodes.DONE);
    assertThat(Main.run("assess", "--month", "2017-03", "--as-known-on", "2", "--db", url()))
        .isEqualTo(ExitCodes.WRONG_USAGE);
  }

  private static KnownOn known(Database database, String text) {
    return KnownOn.of(text, database, Terminal.of("--lang", "en"));
  }

  private void receive(Database database, long seed, String day) throws IOException {
    Path extracts = folder.resolve("delivery-" + seed);
    new SampleGenerator(seed, 10).write(extracts);
    Instructions shrinking = Instructions.ACCEPT_SHRINK;
    new ImportJob(database, Progress.SILENT, Clock.systemUTC())
        .run(extracts, LocalDate.parse(day), shrinking, folder.resolve("out"));
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("register");
  }
}
