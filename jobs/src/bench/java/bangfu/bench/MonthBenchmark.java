package bangfu.bench;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole month from CSV to bank files for each size, started as its users start it, with a heap
 * of 1 GiB: the steps, households a second from the first step to the closed database, the peak of
 * the heap, how the time per household grows from one size to the next, and how many households a
 * second come on top of the smaller size, when the JVM has compiled what it will. Arguments: the
 * launcher, a folder, a JDBC URL or {@code h2}, and the numbers of households.
 *
 * <p>What the sizes leave behind is deleted after the last one: ext4 does not give the inode of a
 * deleted file again for five minutes and passes over each of them for every new file, so that a
 * month just after the deletion of another one's ledgers takes twice its time.
 */
public final class MonthBenchmark {
  private static final String MONTH = "2017-03";

  private MonthBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Launcher launcher = new Launcher(Path.of(arguments[0]).toAbsolutePath(), true);
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    int before = 0;
    long millisBefore = 0;
    List<Path> left = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      int households = Integer.parseInt(arguments[i]);
      Path written = folder.resolve(arguments[i]);
      left.add(written);
      long millis = run(launcher, written, arguments[2], households);
      if (before > 0) {
        System.out.printf(
            "growth of the time per household: %.2f; the %,d more: %,.0f households/s%n",
            (double) millis / households * before / millisBefore,
            households - before,
            (households - before) * 1e3 / (millis - millisBefore));
      }
      before = households;
      millisBefore = millis;
    }
    for (Path size : left) {
      Folders.delete(size);
    }
  }

  /** Returns the milliseconds beyond start-up. */
  private static long run(Launcher launcher, Path folder, String database, int households)
      throws IOException, InterruptedException {
    Folders.delete(folder);
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, households).write(extracts);
    long rows = new ThinDelivery().of(extracts).rows();
    String url = Folders.register(folder, database);
    System.out.printf(
        "%n%,d households, %.1f rows each in CSV files, %s%n",
        households, (double) rows / households, database);
    Launcher.Run run =
        launcher.onDelivery(folder, url, "run", "--month", MONTH);
    System.out.printf(
        "from command to exit %.1f s; beyond start-up %.1f s: %,.0f households/s; peak of the heap %,d MiB%n",
        run.whole().toMillis() / 1e3,
        run.millis() / 1e3,
        households * 1e3 / run.millis(),
        run.peakMiB());
    return run.millis();
  }
}
