package bangfu.cli;

import bangfu.database.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of deliveries, runs, corrections, approvals, the bank's answers, and kills. One
 * seed alone: {@code -Dtest=RandomHistoryTest -Dhistory.seed=7}.
 */
class RandomHistoryTest {
  private static final boolean SLOW = Boolean.getBoolean("bangfu.slow");
  private static final int STEPS = SLOW ? 60 : 18;

  @TempDir Path folder;

  static LongStream seeds() {
    Long only = Long.getLong("history.seed");
    return only != null ? LongStream.of(only) : LongStream.rangeClosed(1, SLOW ? 100 : 3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostOrPaidTwice(long seed) throws Exception {
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    int kills = SLOW ? 4 : seed == 1 ? 1 : 0;
    RandomHistory history =
        new RandomHistory(seed, folder, TestServer.H2.newDatabase(folder), kills);
    try {
      history.live(STEPS, TestServer.H2.newDatabase(fresh));
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "seed %d (again: mvn -pl jobs -am -Dtest=RandomHistoryTest -Dhistory.seed=%d"
                  .formatted(seed, seed)
              + " -Dsurefire.failIfNoSpecifiedTests=false test):\n"
              + history.story(),
          failure);
    }
  }
}
