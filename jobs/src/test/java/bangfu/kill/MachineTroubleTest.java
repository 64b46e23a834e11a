package bangfu.kill;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.TestServer;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines that fail: exit code 1 and words, no stack trace, and the next start heals. */
class MachineTroubleTest {
  private static final String WITHOUT_LIBRARY = "-DZstdTempFolder=/nowhere/at/all";

  @TempDir Path folder;
  private Scenario.Place place;

  @BeforeEach
  void deliver() throws IOException {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 100).write(folder.resolve("in/first"));
    place = Scenario.Place.empty(TestServer.H2, folder.resolve("in"), folder);
  }

  @Test
  void tooLittleMemory() throws Exception {
    assertThat(child().with("-Xmx16m").run(command())).isEqualTo(1);

    saysInOneLine("Not enough memory");
    heals();
  }

  /** A limit on the size of files stands for a full disk: both fail in the middle of a write. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noRoomOnTheDisk() throws Exception {
    assertThat(child().underLimitOfKilobytes(200).run(command())).isEqualTo(1);

    saysInOneLine("The disk is full; nothing half-written");
    assertThat(Leftovers.files(place.out())).isEmpty();
    heals();
  }

  @Test
  void anOutputFolderThatIsAFile() throws Exception {
    Files.writeString(place.out(), "in the way");

    assertThat(child().run(command())).isEqualTo(1);

    saysInOneLine("Expected a folder");
    Files.delete(place.out());
    heals();
  }

  @Test
  void aDatabaseFileThatIsNone() throws Exception {
    Path file = Files.writeString(folder.resolve("register.mv.db"), "no database ".repeat(2_000));

    assertThat(child().run(command())).isEqualTo(1);

    saysInOneLine("damaged");
    Files.delete(file);
    heals();
  }

  /** One machine loads the library for much data, the other cannot. */
  @Test
  void aLibraryThatCannotBeLoaded() throws Exception {
    Path notices = place.deliveries().resolve("first/zx_notice.csv");
    Files.writeString(notices, fiveMegabytesOfNotices(), StandardOpenOption.APPEND);
    Scenario.Place other =
        Scenario.Place.empty(TestServer.H2, place.deliveries(), folder.resolve("other"));

    assertThat(place.run(Scenario.FIRST_RUN)).isZero();
    assertThat(child().with(WITHOUT_LIBRARY).run(other.command(Scenario.FIRST_RUN))).isZero();
    assertThat(results(other)).isEqualTo(results(place));

    Files.writeString(notices, notice(99_999, "最后一批"), StandardOpenOption.APPEND);
    assertThat(child().with(WITHOUT_LIBRARY).run(command())).isEqualTo(1);
    saysInOneLine("Zstandard");
    assertThat(place.run(Scenario.FIRST_RUN)).isZero();
    assertThat(child().with(WITHOUT_LIBRARY).run(other.command(Scenario.FIRST_RUN))).isZero();
    assertThat(results(other)).isEqualTo(results(place));
  }

  private static String fiveMegabytesOfNotices() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rows.append(notice(i, "第一批".repeat(20)));
    }
    return rows.toString();
  }

  private static String notice(int number, String batch) {
    return "G%05d,440403107201,2017-02-01,2017-02-28,%s,0\n".formatted(number, batch);
  }

  /** Files but for the manifest, which says when. */
  private static Map<String, String> results(Scenario.Place place) throws IOException {
    Map<String, String> files = Leftovers.files(place.out());
    assertThat(files.remove("2017-09/manifest.json")).isNotNull();
    return files;
  }

  private Child child() {
    return new Child(folder);
  }

  private List<String> command() {
    return new ArrayList<>(place.command(Scenario.FIRST_RUN));
  }

  private void saysInOneLine(String words) throws IOException {
    List<String> said = child().terminal().lines().toList();
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).contains(words);
  }

  private void heals() throws Exception {
    assertThat(place.run(Scenario.FIRST_RUN)).isZero();
    Map<String, String> files = Leftovers.files(place.out());
    assertThat(files.keySet()).contains("2017-09/manifest.json").noneMatch(f -> f.startsWith("."));
  }
}
