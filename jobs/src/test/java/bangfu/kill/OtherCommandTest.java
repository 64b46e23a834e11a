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

/** After a kill another command may come first; then the killed one goes on. */
@OnEachDatabase
class OtherCommandTest {
  @Parameter TestServer server;
  @TempDir Path folder;
  private Path agent;

  @BeforeEach
  void deliver() throws IOException {
    agent = Child.agent(folder);
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
    Scenario.Place calm = place("calm");
    int imported = calm.run(Scenario.IMPORT);
    int run = calm.run(Scenario.RUN_AGAIN);
    Scenario.Place place = place("killed");
    kill(place, Scenario.RUN_AGAIN, "receive/commit#1");

    assertThat(place.run(Scenario.IMPORT)).isEqualTo(imported);
    assertThat(place.run(Scenario.RUN_AGAIN)).isEqualTo(run);
    assertThat(money(place)).isEqualTo(money(calm));
  }

  @Test
  void anImportMayComeAfterARunThatWasKilledWhilePosting() throws Exception {
    Scenario.Place calm = place("calm");
    int run = calm.run(Scenario.RUN_AGAIN);
    int imported = calm.run(Scenario.IMPORT);
    Scenario.Place place = place("killed");
    kill(place, Scenario.RUN_AGAIN, "publish/publish done#1");

    assertThat(place.run(Scenario.IMPORT)).isEqualTo(imported);
    assertThat(place.run(Scenario.RUN_AGAIN)).isEqualTo(run);
    assertThat(money(place)).isEqualTo(money(calm));
  }

  @Test
  void aRunMayComeAfterAKilledImport() throws Exception {
    Scenario.Place calm = place("calm");
    int run = calm.run(Scenario.RUN_AGAIN);
    int imported = calm.run(Scenario.IMPORT);
    Scenario.Place place = place("killed");
    kill(place, Scenario.IMPORT, "receive/commit#2");

    assertThat(place.run(Scenario.RUN_AGAIN)).isEqualTo(run);
    assertThat(place.run(Scenario.IMPORT)).isEqualTo(imported);
    assertThat(money(place)).isEqualTo(money(calm));
  }

  private Scenario.Place place(String name) throws IOException {
    return Scenario.RUN_AGAIN.prepare(server, folder.resolve("in"), folder.resolve(name));
  }

  private void kill(Scenario.Place place, Scenario scenario, String moment) throws Exception {
    Child child =
        new Child(Files.createDirectories(folder.resolve("child"))).killedAt(agent, moment);

    assertThat(child.run(place.command(scenario))).as(child.terminal()).isEqualTo(KillPoint.KILLED);
  }

  /** The month's files, but for the manifest that says which runs there were. */
  private static Map<String, String> money(Scenario.Place place) throws IOException {
    Map<String, String> files = Leftovers.files(place.out().resolve("2017-09"));
    assertThat(files).containsKeys("ledger.csv", "manifest.json");
    files.keySet().removeIf(file -> file.equals("manifest.json"));
    return files;
  }
}
