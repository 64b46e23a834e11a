package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bangfu.database.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a database that cannot be used; what is tried is in the tests of its package. */
class DatabaseFailuresTest {
  private static final String SECRET = "s3cret";

  @ParameterizedTest
  @CsvSource({
    "en, Cannot reach the database postgresql://localhost:1/bangfu",
    "zh, 连不上数据库 postgresql://localhost:1/bangfu"
  })
  void saysThatNobodyAnswers(String language, String said) {
    Throwable failure =
        catchThrowable(
            () -> Database.open("jdbc:postgresql://localhost:1/bangfu?user=u&password=" + SECRET));

    assertThat(message(failure, language)).startsWith(said).doesNotContain(SECRET);
    assertThat(Failures.exitCode(failure)).isEqualTo(ExitCodes.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:oracle:thin:u/s3cret@host:1521/x",
        "postgres://u:s3cret@host/x",
        "jdbc:postgresql://u:s3cret@host/x?password=s3cret",
        "jdbc:h3:file:x;PASSWORD=s3cret"
      })
  void aUrlOfNoKnownDatabaseIsWrongUsage(String url) {
    Throwable failure = catchThrowable(() -> Database.open(url));

    assertThat(message(failure, "en")).contains("jdbc:h2:file:").doesNotContain(SECRET);
    assertThat(message(failure, "zh")).contains("应为数据库地址").doesNotContain(SECRET);
    assertThat(Failures.exitCode(failure)).isEqualTo(ExitCodes.WRONG_USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "Unmatched 'jdbc:postgresql://h/d?user=u&password=s3cret', Unmatched 'jdbc:postgresql://h/d?user=u&password=…",
    "Unmatched jdbc:postgresql://h/d?password=s3cret&user=u, Unmatched jdbc:postgresql://h/d?password=…&user=u",
    "Unmatched jdbc:h2:file:x;PASSWORD=s3cret;USER=sa, Unmatched jdbc:h2:file:x;PASSWORD=…;USER=sa"
  })
  void aPasswordThatWasTypedIsNotRepeated(String message, String said) {
    assertThat(Terminal.withoutPasswords(message)).isEqualTo(said);
  }

  private static String message(Throwable failure, String language) {
    return Failures.message(failure, Terminal.of("--lang", language));
  }
}
