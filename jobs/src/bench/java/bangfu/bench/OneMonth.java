package bangfu.bench;

import bangfu.batch.MonthRequest;
import bangfu.batch.MonthResult;
import bangfu.batch.MonthlyJob;
import bangfu.database.Database;
import bangfu.rules.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;

/**
 * One month, with its steps timed. Arguments: extracts, month, output folder, JDBC URL, and a file
 * that gets the milliseconds from the first step to the end of the last.
 */
final class OneMonth {
  private OneMonth() {}

  public static void main(String[] arguments) throws IOException {
    try (Database database = Database.open(arguments[3])) {
      MonthlyJob job = new MonthlyJob(database, new Policy(), new Steps(), Clock.systemUTC());
      long begin = System.nanoTime();
      MonthResult result =
          job.run(
              new MonthRequest(
                  Path.of(arguments[0]),
                  YearMonth.parse(arguments[1]),
                  Path.of(arguments[2]),
                  MonthRequest.DEFAULT_PAGE_UNITS,
                  MonthRequest.DEFAULT_PARTITIONS,
                  "benchmark"));
      long millis = (System.nanoTime() - begin) / 1_000_000;
      System.out.printf("%,d ledger lines, %,d bank rows%n", result.lines(), result.bankRows());
      System.out.printf("peak of the heap %,d MiB%n", Heap.peakMiB());
      Files.writeString(Path.of(arguments[4]), Long.toString(millis));
    }
  }
}
