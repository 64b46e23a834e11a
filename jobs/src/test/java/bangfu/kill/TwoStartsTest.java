package bangfu.kill;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Two starts at the same moment: never both, nothing doubled, and the loser says who runs. */
@OnEachDatabase
class TwoStartsTest {
  private static final int TIMES = Boolean.getBoolean("bangfu.slow") ? 50 : 3;
  private static final int HOUSEHOLDS = 100;

  @Parameter TestServer server;
  @TempDir Path folder;

  @BeforeEach
  void deliver() throws IOException {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, HOUSEHOLDS).write(folder.resolve("in/first"));
  }

  @Test
  void onlyOneOfTwoRuns() throws Exception {
    Scenario.Place calm = place("calm");
    int done = calm.run(Scenario.FIRST_RUN);
    Map<String, String> files = Leftovers.files(calm.out());
    List<String> rows = Leftovers.rows(calm.url());
    for (int i = 0; i < TIMES; i++) {
      Scenario.Place place = place("start-" + i);
      Child[] children = {child(i, "a"), child(i, "b")};
      Process[] processes = {
        children[0].start(place.command(Scenario.FIRST_RUN)),
        children[1].start(place.command(Scenario.FIRST_RUN))
      };
      int[] exits = {processes[0].waitFor(), processes[1].waitFor()};

      assertThat(exits).containsExactlyInAnyOrder(done, 1);
      int loser = exits[0] == 1 ? 0 : 1;
      assertThat(children[loser].terminal())
          .contains("since 20", "(process " + processes[1 - loser].pid() + ")", "bangfu run");
      assertThat(Leftovers.files(place.out())).isEqualTo(files);
      assertThat(Leftovers.rows(place.url())).containsExactlyElementsOf(rows);
    }
  }

  private Scenario.Place place(String name) throws IOException {
    return Scenario.FIRST_RUN.prepare(server, folder.resolve("in"), folder.resolve(name));
  }

  private Child child(int start, String name) throws IOException {
    return new Child(Files.createDirectories(folder.resolve("start-" + start + name)));
  }
}
