package bangfu.bench;

import bangfu.batch.Scope;
import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.recalculate.Question;
import bangfu.recalculate.Recalculation;
import bangfu.recalculate.Totals;
import bangfu.register.Register;
import bangfu.rules.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/**
 * All households recalculated through a month. Arguments: month, JDBC URL, and a file that gets the
 * milliseconds it took.
 */
final class OneRecalculation {
  private OneRecalculation() {}

  public static void main(String[] arguments) throws IOException {
    try (Database database = Database.open(arguments[1])) {
      long begin = System.nanoTime();
      int known = new Register(database.dataSource(), Tables.standard()).newestDelivery();
      Question question = new Question(YearMonth.parse(arguments[0]), known, Scope.ALL);
      Totals totals =
          new Recalculation(database, new Policy(), question, units -> {})
              .run(
                  difference -> {
                    throw new IllegalStateException("expected no difference: " + difference);
                  });
      long millis = (System.nanoTime() - begin) / 1_000_000;
      System.out.printf("%,d units, peak of the heap %,d MiB%n", totals.units(), Heap.peakMiB());
      Files.writeString(Path.of(arguments[2]), Long.toString(millis));
    }
  }
}
