package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bangfu.database.TestServer;
import bangfu.payment.profile.BankProfile;
import bangfu.payment.profile.ProfileException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code run --profile}: bank files as one's bank wants them, and what is said of a wrong profile.
 */
class BankProfileTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  private int run(String url, String... more) {
    List<String> words =
        List.of(
            "run", "--quiet", "--month=2017-03", "--db=" + url, "--out=" + folder.resolve("out"));
    return Main.run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void anOperatorsOwnProfileWritesTheMonth() throws IOException {
    String url = TestServer.H2.newDatabase(folder);
    Path extracts = folder.resolve("extracts");
    Path own = folder.resolve("own.yaml");
    Files.writeString(own, BankProfile.named("pipe-gbk").document().replace("\"|\"", "\"^\""));
    Main.run("sample", "--quiet", "--households=60", "--out=" + extracts);

    assertThat(run(url, "--extracts=" + extracts, "--profile=" + own)).isEqualTo(ExitCodes.DONE);

    Path bank = folder.resolve("out/2017-03/bank");
    List<Path> files = bankFiles(bank);
    assertThat(files).isNotEmpty().allMatch(file -> file.toString().endsWith(".txt"));
    String first = Files.readString(files.get(0), GBK);
    assertThat(first.lines().findFirst().orElseThrow())
        .matches("\\w+_201703_001\\^[1-9][0-9]*\\^[1-9][0-9]*");
    Files.delete(own);
    assertThat(run(url)).isEqualTo(ExitCodes.DONE);
    assertThat(bankFiles(bank)).isEqualTo(files);
    assertThat(Files.readString(files.get(0), GBK)).isEqualTo(first);
  }

  private static List<Path> bankFiles(Path bank) throws IOException {
    try (Stream<Path> files = Files.list(bank)) {
      return files.filter(file -> file.toString().matches(".*_\\d{3}\\.[a-z]+")).sorted().toList();
    }
  }

  @Test
  void aProfileThatIsNoneIsWrongUsage() {
    String url = TestServer.H2.newDatabase(folder);

    assertThat(run(url, "--profile=postbank")).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theKeyWhatWasExpectedAndWhatCame() {
    String document = BankProfile.standard().document().replaceFirst("yuan", "jiao");
    Throwable wrong = catchThrowable(() -> BankProfile.parse("own.yaml", document));

    assertThat(Failures.message(wrong, Terminal.of("run", "--lang=en")))
        .isEqualTo(
            "Bank profile own.yaml payment.amount: expected one of: yuan, fen, but was 'jiao'."
                + " Nothing was changed.");
    assertThat(Failures.message(wrong, Terminal.of("run", "--lang=zh")))
        .isEqualTo("银行文件格式 own.yaml payment.amount：应为下列之一：yuan, fen，实际为“jiao”。什么都没有改动。");
    assertThat(Failures.exitCode(wrong)).isEqualTo(ExitCodes.WRONG_USAGE);
  }

  @ParameterizedTest
  @EnumSource(ProfileException.Expected.class)
  void everyExpectationHasWords(ProfileException.Expected expected) {
    for (String language : List.of("en", "zh")) {
      assertThat(Terminal.of("run", "--lang=" + language).text("profile." + expected, "detail"))
          .isNotBlank();
    }
  }
}
