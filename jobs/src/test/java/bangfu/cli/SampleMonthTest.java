package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole month of the committed sample, from its files to the folder, on both databases. */
class SampleMonthTest {
  private static final Path SAMPLE = Path.of("..", "sample-data", "doumen");

  @TempDir Path folder;

  @Test
  void bothDatabasesWriteTheSameBytes() {
    String url = TestServer.POSTGRESQL.newDatabase(folder);
    Map<String, String> ofH2 = month(TestServer.H2.newDatabase(folder), "h2");
    Map<String, String> ofPostgresql = month(url, "postgresql");

    assertThat(ofH2).containsKeys("manifest.json", "ledger.csv", "bank/detail.csv");
    assertThat(ofPostgresql).isEqualTo(ofH2);
    assertThat(month(url, "again")).isEqualTo(ofH2);
  }

  /** Runs March and returns every file of it, one character per byte. */
  private Map<String, String> month(String url, String name) {
    Path out = folder.resolve(name);
    int exit =
        Main.run(
            "run",
            "--quiet",
            "--month=2017-03",
            "--extracts=" + SAMPLE,
            "--db=" + url,
            "--out=" + out);
    assertThat(exit).isEqualTo(ExitCodes.DONE);
    return bytes(out.resolve("2017-03"));
  }

  private static Map<String, String> bytes(Path folder) {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }
}
