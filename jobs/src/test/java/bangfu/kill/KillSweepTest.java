package bangfu.kill;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Kills commands at many moments and starts the same command again: files and rows must be those of
 * an undisturbed one.
 */
@OnEachDatabase
class KillSweepTest {
  private static final boolean SLOW = Boolean.getBoolean("bangfu.slow");
  private static final int HOUSEHOLDS = 100;
  private static final int KILLS_OF_A_SCENARIO = SLOW ? 36 : 0;

  /** Moments that are never left to chance. */
  private static final Map<Scenario, List<String>> ALWAYS =
      Map.of(
          Scenario.FIRST_RUN, List.of("publish/prepare done#1"),
          Scenario.RUN_AGAIN,
              List.of("publish/publish done#1", "write/move#1", "write/move done#1"),
          Scenario.IMPORT, List.of("receive/commit#2", "write/move#1"));

  @Parameter TestServer server;
  @TempDir Path folder;
  private final Map<String, Integer> histogram = new TreeMap<>();
  private Path agent;
  private Scenario.Place afterFirst;
  private int kills;
  private int places;

  @BeforeEach
  void deliver() throws IOException {
    agent = Child.agent(folder);
    Path first = folder.resolve("deliveries/first");
    Path second = folder.resolve("deliveries/second");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, HOUSEHOLDS).write(first);
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, HOUSEHOLDS).write(second);
    Path shorter = second.resolve("jy_enrolment.csv");
    byte[] bytes = Files.readAllBytes(shorter);
    int end = bytes.length - 2;
    for (int lines = 0; lines < 2; end--) {
      lines += bytes[end] == '\n' ? 1 : 0;
    }
    Files.write(shorter, Arrays.copyOf(bytes, end + 2));
  }

  @Test
  void aKilledCommandIsContinuedByTheNextStart() throws Exception {
    for (Scenario scenario : Scenario.values()) {
      sweep(scenario);
    }
    System.out.println("kills on " + server + ": " + kills + " in " + histogram);
    assertThat(kills).isGreaterThanOrEqualTo(SLOW ? 100 : 10);
    assertThat(histogram.keySet())
        .contains("receive", "clear", "assess", "publish", "write", "check");
  }

  private void sweep(Scenario scenario) throws Exception {
    Scenario.Place calm = place(scenario, folder.resolve(scenario + "-calm"));
    Map<String, String> before = Leftovers.files(calm.folder(scenario));
    Path traced = Files.createDirectory(folder.resolve(scenario + "-traced"));
    Child child = new Child(traced).killedAt(agent, "");
    int exit = child.run(calm.command(scenario));
    assertThat(exit).as(child.terminal()).isIn(0, 3);
    Map<String, String> files = Leftovers.files(calm.out());
    Map<String, String> after = Leftovers.files(calm.folder(scenario));
    List<String> rows = Leftovers.rows(calm.url());
    assertThat(rows).isNotEmpty();
    for (String moment : moments(scenario, child.moments())) {
      Path here = folder.resolve(scenario + "-" + places++);
      Scenario.Place place = place(scenario, here);
      if (kill(scenario, place, here, moment)) {
        assertThat(Leftovers.files(place.folder(scenario)))
            .as(moment)
            .isIn(before, after, Map.of());
        assertThat(place.run(scenario))
            .as(() -> scenario + " after " + moment + "; its log: " + place.logged())
            .isEqualTo(exit);
        assertThat(Leftovers.files(place.out())).as(moment).isEqualTo(files);
        assertThat(Leftovers.rows(place.url())).as(moment).containsExactlyElementsOf(rows);
      }
    }
    if (scenario == Scenario.FIRST_RUN) {
      afterFirst = calm;
    }
  }

  /** Where nothing is yet, or a first run was undisturbed. */
  private Scenario.Place place(Scenario scenario, Path here) throws IOException {
    return scenario == Scenario.FIRST_RUN
        ? Scenario.Place.empty(server, deliveries(), here)
        : afterFirst.copy(server, here);
  }

  private Path deliveries() {
    return folder.resolve("deliveries");
  }

  private boolean kill(Scenario scenario, Scenario.Place place, Path here, String moment)
      throws Exception {
    Child child = new Child(here).killedAt(agent, moment);
    int exit = child.run(place.command(scenario));
    if (exit != KillPoint.KILLED) {
      // fewer moments than before, as threads share the work in another way
      assertThat(ALWAYS.get(scenario)).as(child.terminal()).doesNotContain(moment);
      return false;
    }
    kills++;
    histogram.merge(step(child.moments().get(0)), 1, Integer::sum);
    return true;
  }

  /** Those that always are, one of each step that no kill is in else, then random ones. */
  private List<String> moments(Scenario scenario, List<String> passed) {
    Map<String, Integer> bySteps = new LinkedHashMap<>();
    passed.forEach(moment -> bySteps.merge(step(moment), 1, Integer::sum));
    System.out.println(scenario + " on " + server + " has moments " + bySteps);
    assertThat(bySteps.keySet()).as("of " + scenario).hasSizeGreaterThan(1);
    List<String> chosen = new ArrayList<>(ALWAYS.get(scenario));
    Set<String> killed = new TreeSet<>(histogram.keySet());
    ALWAYS.values().forEach(always -> always.forEach(moment -> killed.add(step(moment))));
    Random random = new Random(SLOW ? System.nanoTime() : 20170310);
    List<String> steps = new ArrayList<>(bySteps.keySet());
    for (int i = 0; i < steps.size() || chosen.size() < KILLS_OF_A_SCENARIO; i++) {
      String step = steps.get(i % steps.size());
      if (i >= steps.size() || killed.add(step)) {
        chosen.add(step + '#' + (1 + random.nextInt(bySteps.get(step))));
      }
    }
    return chosen;
  }

  private static String step(String moment) {
    return moment.split("/", 2)[0];
  }
}
