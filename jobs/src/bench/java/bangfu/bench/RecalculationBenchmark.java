package bangfu.bench;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;

/**
 * All households recalculated over the plan's 34 months, which one run has posted, for each size,
 * started as its users start it, with a heap of 1 GiB. Arguments: the launcher, a folder, a JDBC
 * URL or {@code h2}, and the numbers of households.
 */
public final class RecalculationBenchmark {
  private static final String LAST_MONTH = "2019-12";

  private RecalculationBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Launcher launcher = new Launcher(Path.of(arguments[0]).toAbsolutePath(), true);
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    for (int i = 3; i < arguments.length; i++) {
      int households = Integer.parseInt(arguments[i]);
      run(launcher, folder.resolve(arguments[i]), arguments[2], households);
    }
  }

  private static void run(Launcher launcher, Path folder, String database, int households)
      throws IOException, InterruptedException {
    Folders.delete(folder);
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, households).write(extracts);
    String url = Folders.register(folder, database);
    System.out.printf("%n%,d households, %s: 34 months are posted%n", households, database);
    launcher.onDelivery(folder, url, "run", "--month", LAST_MONTH);
    Launcher.Run run =
        launcher.run(folder, "recalculate", "--all", "--month", LAST_MONTH, "--db", url);
    System.out.printf(
        "recalculated in %.1f s from command to exit: %,.0f households/s; peak of the heap %,d MiB%n",
        run.whole().toMillis() / 1e3,
        households * 1e3 / run.whole().toMillis(),
        run.peakMiB());
    Folders.delete(folder);
  }
}
