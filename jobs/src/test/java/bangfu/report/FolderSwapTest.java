package bangfu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSwapTest {
  @TempDir Path out;

  @Test
  void putsTheNewFolderInThePlaceOfTheOld() throws IOException {
    Path month = out.resolve("2017-09");
    replace(month, "first");

    replace(month, "second");

    assertThat(month.resolve("ledger.csv")).hasContent("second");
    assertThat(names(out)).containsExactly("2017-09");
  }

  @Test
  void aFailureLeavesTheOldFolderAndNothingElse() throws IOException {
    Path month = out.resolve("2017-09");
    replace(month, "first");

    assertThatThrownBy(
            () ->
                new FolderSwap(month)
                    .replace(
                        fresh -> {
                          write(fresh, "half");
                          throw new UncheckedIOException(new IOException("no space"));
                        }))
        .hasMessageContaining("no space");

    assertThat(month.resolve("ledger.csv")).hasContent("first");
    assertThat(names(out)).containsExactly("2017-09");
  }

  /** What lies there when a kill comes at one moment of the swap, and what must lie there after. */
  @Test
  void everyMomentOfASwapHealsToAWholeFolder() throws IOException {
    assertThat(healed("2017-09", ".2017-09.new")).isEqualTo("2017-09");
    assertThat(healed(".2017-09.old", ".2017-09.new")).isEqualTo(".2017-09.old");
    assertThat(healed("2017-09", ".2017-09.old")).isEqualTo("2017-09");
    assertThat(healed(".2017-09.old")).isEqualTo(".2017-09.old");
  }

  /** The name under which the content of the healed folder lay before. */
  private String healed(String... lying) throws IOException {
    Path moment = out.resolve("after" + String.join("", lying));
    for (String parent : List.of("", "imports")) {
      for (String name : lying) {
        write(Files.createDirectories(moment.resolve(parent).resolve(name)), name);
      }
    }
    FolderSwap.healAll(moment);

    assertThat(names(moment)).containsExactly("2017-09", "imports");
    assertThat(names(moment.resolve("imports"))).containsExactly("2017-09");
    String content = Files.readString(moment.resolve("2017-09/ledger.csv"));
    assertThat(moment.resolve("imports/2017-09/ledger.csv")).hasContent(content);
    return content;
  }

  @Test
  void refusesAnOutputFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "x");

    assertThatThrownBy(() -> FolderSwap.healAll(file))
        .hasCauseInstanceOf(NotDirectoryException.class);
  }

  private static void replace(Path month, String content) {
    new FolderSwap(month).replace(fresh -> write(fresh, content));
  }

  private static void write(Path folder, String content) {
    try {
      Files.writeString(folder.resolve("ledger.csv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
