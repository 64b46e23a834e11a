package bangfu.bench;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Two nights in fresh JVMs for each size: the first delivery, and one of which one row in a hundred
 * has changed; how long each takes beyond start-up, and the second in percent of the first.
 * Arguments: a folder, a JDBC URL or {@code h2}, and the numbers of households.
 */
public final class NightlyBenchmark {
  private NightlyBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    for (int i = 2; i < arguments.length; i++) {
      run(folder.resolve(arguments[i]), arguments[1], Integer.parseInt(arguments[i]));
    }
  }

  private static void run(Path folder, String database, int households)
      throws IOException, InterruptedException {
    FreshJvm.delete(folder);
    Path extracts = folder.resolve("extracts");
    new SampleGenerator(SampleGenerator.DEFAULT_SEED, households).write(extracts);
    System.out.printf("%n%,d households, %s: first import%n", households, database);
    long first = night(folder, database, "2017-03-30");
    ChangedDelivery next = new ChangedDelivery();
    next.change(extracts);
    System.out.printf("second import: %s%n", next);
    long second = night(folder, database, "2017-03-31");
    System.out.printf(
        "beyond start-up: %.2f s and %.2f s, that is %.0f%%%n",
        first / 1e3, second / 1e3, 100.0 * second / first);
    FreshJvm.delete(folder);
  }

  private static long night(Path folder, String database, String day)
      throws IOException, InterruptedException {
    String url = database.equals("h2") ? "jdbc:h2:file:" + folder.resolve("register") : database;
    return FreshJvm.OF_LAUNCHER.millis(
        OneNight.class,
        folder.resolve("extracts").toString(),
        day,
        folder.toString(),
        url,
        folder.resolve("millis").toString());
  }
}
