package bangfu.sample.defect;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.intake.Delivery;
import bangfu.intake.Tables;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectOverlayTest {
  @TempDir Path folder;

  private Path plant(String name, long seed) throws IOException {
    Path delivery = folder.resolve(name);
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, DefectOverlay.MIN_HOUSEHOLDS).write(delivery);
    DefectOverlay.plant(delivery, seed);
    return delivery;
  }

  private static Map<String, Integer> contents(Path delivery) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(delivery)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  @Test
  void theSameSeedPlantsTheSameDefectsAndAnotherOneOthers() throws IOException {
    Path one = plant("one", 1);
    Path again = plant("again", 1);
    Path other = plant("other", 2);

    assertThat(contents(one)).isEqualTo(contents(again));
    assertThat(DefectOverlay.listOf(one)).hasSameTextualContentAs(DefectOverlay.listOf(again));
    assertThat(contents(other).get("nb_household.csv"))
        .isNotEqualTo(contents(one).get("nb_household.csv"));
  }

  @Test
  void theSmallestSampleHasRoomForEveryPlantWhateverItsSeed() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      Path delivery = folder.resolve("seed-" + seed);
      new SampleGenerator(seed, DefectOverlay.MIN_HOUSEHOLDS).write(delivery);

      assertThat(DefectOverlay.plant(delivery, seed)).isEqualTo(106);
    }
  }

  @Test
  void theListLiesBesideTheDelivery() throws IOException {
    Path delivery = plant("delivery", 1);

    assertThat(DefectOverlay.listOf(delivery)).exists().hasParent(folder.toAbsolutePath());
    assertThat(Delivery.scan(delivery, Tables.standard()).unknown()).isEmpty();
    assertThat(Delivery.scan(delivery, Tables.standard()).missing()).isEmpty();
  }
}
