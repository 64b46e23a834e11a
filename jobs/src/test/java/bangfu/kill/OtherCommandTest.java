package bangfu.kill;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** After a kill another command may come first; then the killed one goes on. */
@OnEachDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherCommandTest {
  @Parameter TestServer server;
  @TempDir static Path all;
  private Path folder;
  private Path agent;
  private Scenario.Place start;
  private final Map<Scenario, Outcome> calm = new EnumMap<>(Scenario.class);

  @BeforeParameterizedClassInvocation
  void runWithoutKills() throws IOException {
    folder = Files.createDirectory(all.resolve(server.name()));
    agent = Child.agent(folder);
    deliver();
    start = Scenario.Place.empty(server, folder.resolve("in"), folder.resolve("start"));
    start.run(Scenario.FIRST_RUN);
    for (Scenario first : List.of(Scenario.IMPORT, Scenario.RUN_AGAIN)) {
      calm.put(first, Outcome.of(place(first + "-calm"), first));
    }
  }

  private void deliver() throws IOException {
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 100).write(folder.resolve("in/first"));
    Path second = folder.resolve("in/second");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, 100).write(second);
    Path roll = second.resolve("mz_dibao.csv");
    List<String> lines = Files.readAllLines(roll);
    lines.remove(lines.size() - 1);
    Files.write(roll, lines);
  }

  @Test
  void anImportMayComeAfterAKilledRun() throws Exception {
    Scenario.Place place = killed(Scenario.RUN_AGAIN, "receive/commit#1");

    assertThat(Outcome.of(place, Scenario.IMPORT)).isEqualTo(calm.get(Scenario.IMPORT));
  }

  @Test
  void anImportMayComeAfterARunThatWasKilledWhilePosting() throws Exception {
    Scenario.Place place = killed(Scenario.RUN_AGAIN, "publish/publish done#1");

    assertThat(Outcome.of(place, Scenario.IMPORT)).isEqualTo(calm.get(Scenario.RUN_AGAIN));
  }

  @Test
  void aRunMayComeAfterAKilledImport() throws Exception {
    Scenario.Place place = killed(Scenario.IMPORT, "receive/commit#2");

    assertThat(Outcome.of(place, Scenario.RUN_AGAIN)).isEqualTo(calm.get(Scenario.RUN_AGAIN));
  }

  /** A copy of the place where the month was run once. */
  private Scenario.Place place(String name) {
    return start.copy(server, folder.resolve(name));
  }

  private Scenario.Place killed(Scenario scenario, String moment) throws Exception {
    String name = scenario + "-" + moment.replaceAll("\\W", "-");
    Scenario.Place place = place(name);
    Child child =
        new Child(Files.createDirectory(folder.resolve(name + "-child"))).killedAt(agent, moment);

    assertThat(child.run(place.command(scenario))).as(child.terminal()).isEqualTo(KillPoint.KILLED);
    return place;
  }

  /**
   * What a run and an import end with.
   *
   * @param money the month's files, but for the manifest that says which runs there were
   */
  private record Outcome(Map<Scenario, Integer> exits, Map<String, String> money) {
    static Outcome of(Scenario.Place place, Scenario first) throws IOException {
      Map<Scenario, Integer> exits = new EnumMap<>(Scenario.class);
      exits.put(first, place.run(first));
      Scenario second = first == Scenario.IMPORT ? Scenario.RUN_AGAIN : Scenario.IMPORT;
      exits.put(second, place.run(second));
      Map<String, String> files = Leftovers.files(place.out().resolve("2017-09"));
      assertThat(files).containsKeys("ledger.csv", "manifest.json");
      files.keySet().removeIf(file -> file.equals("manifest.json"));
      return new Outcome(exits, files);
    }
  }
}
