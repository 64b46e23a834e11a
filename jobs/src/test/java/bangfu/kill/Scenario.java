package bangfu.kill;

import bangfu.cli.Main;
import bangfu.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is killed: a command, and the commands that came before it. */
enum Scenario {
  /** The very first start: the database is made, too. */
  FIRST_RUN("run --month 2017-09", "first"),

  /** The month again with a newer delivery, so that the month's folder is replaced. */
  RUN_AGAIN("run --month 2017-09", "second"),

  /** A nightly delivery. */
  IMPORT("import --as-of 2017-10-09", "second");

  private final String words;
  private final String delivery;

  Scenario(String words, String delivery) {
    this.words = words;
    this.delivery = delivery;
  }

  /**
   * Where a scenario plays.
   *
   * @param url of its database
   * @param deliveries the folder that holds the deliveries
   */
  record Place(String url, Path out, Path deliveries) {
    /** An empty database and no output folder yet. */
    static Place empty(TestServer server, Path deliveries, Path folder) throws IOException {
      Files.createDirectories(folder);
      return new Place(server.newDatabase(folder), folder.resolve("out"), deliveries);
    }

    /** The same database and output folder at another place, where nothing is yet. */
    Place copy(TestServer server, Path folder) {
      return new Place(
          server.copy(url, out.getParent(), folder), folder.resolve("out"), deliveries);
    }

    List<String> command(Scenario scenario) {
      List<String> command = new ArrayList<>(List.of(scenario.words.split(" ")));
      command.addAll(List.of("--extracts", deliveries.resolve(scenario.delivery).toString()));
      command.addAll(List.of("--out", out.toString(), "--db", url, "--log", log().toString()));
      command.addAll(List.of("--quiet", "--lang", "en"));
      return command;
    }

    /** The log of all that was started here. */
    Path log() {
      return out.resolveSibling("log.jsonl");
    }

    /** What all that was started here wrote to the log. */
    String logged() {
      try {
        return Files.readString(log());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Runs the command in this JVM, to its end. */
    int run(Scenario scenario) {
      return Main.run(command(scenario).toArray(String[]::new));
    }

    /** The folder that the scenario replaces. */
    Path folder(Scenario scenario) {
      return out.resolve(scenario == IMPORT ? "imports/2017-10-09" : "2017-09");
    }
  }
}
