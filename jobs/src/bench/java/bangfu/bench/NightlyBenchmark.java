package bangfu.bench;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Two nights for each size, started as cron starts them: the first delivery, and one of which one
 * row in a hundred has changed; how long each takes beyond start-up, and the second in percent of
 * the first. Arguments: the launcher, a folder, a JDBC URL or {@code h2}, and the numbers of
 * households.
 */
public final class NightlyBenchmark {
  private final Launcher launcher;
  private final Path folder;
  private final String url;

  private NightlyBenchmark(Launcher launcher, Path folder, String database) {
    this.launcher = launcher;
    this.folder = folder;
    this.url = Folders.register(folder, database);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Launcher launcher = new Launcher(Path.of(arguments[0]).toAbsolutePath(), false);
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    for (int i = 3; i < arguments.length; i++) {
      new NightlyBenchmark(launcher, folder.resolve(arguments[i]), arguments[2])
          .run(Integer.parseInt(arguments[i]));
    }
  }

  private void run(int households) throws IOException, InterruptedException {
    Folders.delete(folder);
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
    Folders.delete(folder);
  }

  /** Milliseconds beyond start-up. */
  private long night(String day) throws IOException, InterruptedException {
    return launcher.onDelivery(folder, url, "import", "--as-of", day).millis();
  }
}
