package bangfu.kill;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.Database;
import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two starts at the same moment: never both at once, nothing doubled, and the loser says who runs.
 * How often the second is sent away hangs on the machine: a run of a second may end before it asks.
 */
@OnEachDatabase
class TwoStartsTest {
  private static final int TIMES = Boolean.getBoolean("bangfu.slow") ? 50 : 2;
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
    int losers = 0;
    for (int i = 0; i < TIMES; i++) {
      Scenario.Place place = place("start-" + i);
      if (i > 0) {
        Database.open(place.url()).close(); // the first makes its tables too
      }
      losers += startTwo(place, i, done);

      assertThat(Leftovers.files(place.out())).isEqualTo(files);
      assertThat(Leftovers.rows(place.url())).containsExactlyElementsOf(rows);
    }
    System.out.println(server + ": " + losers + " of " + TIMES + " second starts were sent away");
  }

  /** How many were sent away: none when the second came so late that the first had ended. */
  private int startTwo(Scenario.Place place, int start, int done) throws Exception {
    Child[] children = {child(start, "a"), child(start, "b")};
    Process[] processes = {
      children[0].start(place.command(Scenario.FIRST_RUN)),
      children[1].start(place.command(Scenario.FIRST_RUN))
    };
    int[] exits = {processes[0].waitFor(), processes[1].waitFor()};
    if (exits[0] == done && exits[1] == done) {
      assertThat(Work.of(processes[0].pid(), place.log()))
          .matches(first -> first.isApartFrom(Work.of(processes[1].pid(), place.log())));
      return 0;
    }
    assertThat(exits).containsExactlyInAnyOrder(done, 1);
    int loser = exits[0] == 1 ? 0 : 1;
    assertThat(children[loser].terminal())
        .contains("since 20", "(process " + processes[1 - loser].pid() + ")", "bangfu run");
    return 1;
  }

  /** When the steps of a process began and ended, by its log. */
  private record Work(Instant begin, Instant end) {
    static Work of(long process, Path log) {
      JsonMapper json = JsonMapper.builder().build();
      List<JsonNode> steps = new ArrayList<>();
      for (String line : lines(log)) {
        JsonNode event = json.readTree(line);
        if (event.get("process").asLong() == process
            && event.get("event").asString().equals("step")) {
          steps.add(event);
        }
      }
      assertThat(steps).as("steps of " + process).hasSize(5);
      JsonNode first = steps.get(0);
      Instant firstEnd = Instant.parse(first.get("at").asString());
      return new Work(
          firstEnd.minusMillis(first.get("millis").asLong()),
          Instant.parse(steps.get(4).get("at").asString()));
    }

    boolean isApartFrom(Work other) {
      return end.isBefore(other.begin) || other.end.isBefore(begin);
    }

    private static List<String> lines(Path log) {
      try {
        return Files.readAllLines(log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Scenario.Place place(String name) throws IOException {
    return Scenario.Place.empty(server, folder.resolve("in"), folder.resolve(name));
  }

  private Child child(int start, String name) throws IOException {
    return new Child(Files.createDirectories(folder.resolve("start-" + start + name)));
  }
}
