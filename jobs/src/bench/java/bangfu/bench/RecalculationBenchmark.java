package bangfu.bench;

import bangfu.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Path;

/**
 * All households recalculated over the plan's 34 months, which one run has posted, in a fresh JVM of
 * 1 GiB for each size. Arguments: a folder, a JDBC URL or {@code h2}, and the numbers of households.
 */
public final class RecalculationBenchmark {
  private static final String LAST_MONTH = "2019-12";

  private RecalculationBenchmark() {}

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
    String url = database.equals("h2") ? "jdbc:h2:file:" + folder.resolve("register") : database;
    String millisFile = folder.resolve("millis").toString();
    System.out.printf("%n%,d households, %s: 34 months are posted%n", households, database);
    FreshJvm.millis(
        OneMonth.class,
        extracts.toString(),
        LAST_MONTH,
        folder.resolve("out").toString(),
        url,
        millisFile);
    long millis = FreshJvm.millis(OneRecalculation.class, LAST_MONTH, url, millisFile);
    System.out.printf(
        "recalculated in %.1f s beyond start-up: %,.0f households/s%n",
        millis / 1e3, households * 1e3 / millis);
    FreshJvm.delete(folder);
  }
}
