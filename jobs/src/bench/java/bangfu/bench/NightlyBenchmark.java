package bangfu.bench;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nights for each size, started as cron starts them: the first delivery, and one of which one
 * row in a hundred has changed; how long each takes beyond start-up, and the second in percent of
 * the first. Arguments: the launcher, a folder, a JDBC URL or {@code h2}, and the numbers of
 * households.
 */
public final class NightlyBenchmark {
  /** Done, or done with rows for a clerk. */
  private static final List<Integer> DONE = List.of(0, 3);

  private final Path launcher;
  private final Path folder;
  private final String url;

  private NightlyBenchmark(Path launcher, Path folder, String database) {
    this.launcher = launcher;
    this.folder = folder;
    this.url = database.equals("h2") ? "jdbc:h2:file:" + folder.resolve("register") : database;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path launcher = Path.of(arguments[0]).toAbsolutePath();
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    for (int i = 3; i < arguments.length; i++) {
      new NightlyBenchmark(launcher, folder.resolve(arguments[i]), arguments[2])
          .run(Integer.parseInt(arguments[i]));
    }
  }

  private void run(int households) throws IOException, InterruptedException {
    FreshJvm.delete(folder);
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, households).write(extracts);
    System.out.printf("%n%,d households, %s: first import%n", households, url);
    long first = night("2017-03-30");
    ChangedDelivery next = new ChangedDelivery();
    next.change(extracts);
    System.out.printf("second import: %s%n", next);
    long second = night("2017-03-31");
    System.out.printf(
        "beyond start-up: %.2f s and %.2f s, that is %.0f%%%n",
        first / 1e3, second / 1e3, 100.0 * second / first);
    FreshJvm.delete(folder);
  }

  /** Milliseconds from the first step to the closed database, as the log has them. */
  private long night(String day) throws IOException, InterruptedException {
    Path log = folder.resolve(day + ".log");
    ProcessBuilder night =
        new ProcessBuilder(launcher.toString(), "import", "--quiet", "--as-of", day);
    night.command().addAll(List.of("--extracts", folder.resolve("extracts").toString()));
    night.command().addAll(List.of("--out", folder.resolve("out").toString(), "--db", url));
    night.command().addAll(List.of("--log", log.toString()));
    night.environment().put("BANGFU_JAVA_OPTS", "-Xmx1g");
    int exit = night.inheritIO().start().waitFor();
    if (!DONE.contains(exit)) {
      throw new IllegalStateException("a night ended with exit code " + exit);
    }
    Instant begin = null;
    Instant end = null;
    for (String line : Files.readAllLines(log)) {
      JsonNode event = JsonMapper.shared().readTree(line);
      end = Instant.parse(event.get("at").asString());
      if (event.has("step")) {
        long millis = event.get("millis").asLong();
        System.out.printf("  %-10s %6.1f s%n", event.get("step").asString(), millis / 1e3);
        begin = begin == null ? end.minusMillis(millis) : begin;
      }
    }
    return Duration.between(begin, end).toMillis();
  }
}
