package bangfu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds and sizes. */
class SampleScaleTest {
  /** Tests run in the module's folder, beside the one with the data. */
  private static final Path COMMITTED = Path.of("..", "sample-data", "doumen");

  @TempDir private Path folder;

  @Test
  void theCommittedSampleIsWhatTheGeneratorWrites() throws IOException {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, SampleGenerator.DEFAULT_HOUSEHOLDS)
        .write(folder);
    Map<String, byte[]> committed = files(COMMITTED);
    Map<String, byte[]> written = files(folder);
    assertThat(written).hasSize(30);
    assertThat(written.keySet()).isEqualTo(committed.keySet());
    written.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(committed.get(name)));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOtherPeople() throws IOException {
    Map<String, byte[]> once = write("once", 7, 300);
    Map<String, byte[]> again = write("again", 7, 300);
    once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    assertThat(write("other", 8, 300).get("nb_member.csv")).isNotEqualTo(once.get("nb_member.csv"));
  }

  /**
   * Households by largest remainder of 609, 575, 1149, 602, 975 and 69 in 3979; persons near 1.767
   * a household.
   */
  @ParameterizedTest
  @CsvSource({"500,   77,   72,   144,  76,   122,  9", "20000, 3061, 2890, 5775, 3026, 4901, 347"})
  void anotherSizeKeepsTheMix(
      int households, int jingAn, int douMen, int baiJiao, int qianWu, int lianZhou, int baiTeng)
      throws IOException {
    write("scaled", 1, households);
    DeliveredTables tables = new DeliveredTables(folder.resolve("scaled"));
    Map<String, Long> byTown =
        tables.rows("nb_household").stream()
            .collect(Collectors.groupingBy(row -> row.get("镇街代码"), Collectors.counting()));
    assertThat(
            Stream.of("440403107", "440403103", "440403106", "440403105", "440403100", "440403001")
                .map(byTown::get))
        .containsExactly(
            (long) jingAn,
            (long) douMen,
            (long) baiJiao,
            (long) qianWu,
            (long) lianZhou,
            (long) baiTeng);
    List<Map<String, String>> members = tables.rows("nb_member");
    assertThat(members.size() * 1000L / households).isBetween(1720L, 1820L);
    assertThat(members.stream().map(row -> row.get("身份证号"))).doesNotHaveDuplicates();
    long disabled = tables.rows("cl_certificate").size();
    assertThat(disabled * 1000 / members.size()).isBetween(250L, 295L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 23})
  void aHandfulOfHouseholdsIsADeliveryToo(int households) throws IOException {
    write("small", 5, households);
    DeliveredTables tables = new DeliveredTables(folder.resolve("small"));
    assertThat(tables.rows("nb_household")).hasSize(households);
    assertThat(tables.rows("nb_member")).hasSizeGreaterThanOrEqualTo(households);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void aSizeOutsideTheBoundsIsRefused(int households) {
    assertThatThrownBy(() -> new SampleGenerator(1, households))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 1000000");
  }

  private Map<String, byte[]> write(String name, long seed, int households) throws IOException {
    Path target = folder.resolve(name);
    new SampleGenerator(seed, households).write(target);
    return files(target);
  }

  private static Map<String, byte[]> files(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
