package bangfu.bench;

import bangfu.batch.ImportJob;
import bangfu.database.Database;
import bangfu.intake.Sha256;
import bangfu.register.Instructions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * One import, with its steps timed. Arguments: extracts, day, output folder, JDBC URL, and a file
 * that gets the milliseconds from the first step to the closed database.
 */
final class OneNight {
  private OneNight() {}

  public static void main(String[] arguments) throws IOException {
    Sha256.expect(Path.of(arguments[0]));
    long begin;
    try (Database database = Database.open(arguments[3])) {
      begin = System.nanoTime();
      new ImportJob(database, new Steps(), Clock.systemUTC())
          .run(
              Path.of(arguments[0]),
              LocalDate.parse(arguments[1]),
              Instructions.NONE,
              Path.of(arguments[2]));
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    Files.writeString(Path.of(arguments[4]), Long.toString(millis));
  }
}
