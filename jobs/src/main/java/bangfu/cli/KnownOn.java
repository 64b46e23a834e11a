package bangfu.cli;

import bangfu.database.Database;
import bangfu.intake.Tables;
import bangfu.register.Register;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/**
 * What {@code --as-known-on} says: a delivery by its number, or by a day on whose evening it was
 * the newest.
 *
 * @param delivery from 1; 0 when nothing was said: the newest
 * @param asOf its as-of day; null when nothing was said
 */
record KnownOn(int delivery, LocalDate asOf) {
  private static final KnownOn NEWEST = new KnownOn(0, null);

  /**
   * Finds the delivery.
   *
   * @param text a number, a day such as 2017-03-31, or null
   * @throws UsageException when there is no such delivery
   */
  static KnownOn of(String text, Database database, Terminal terminal) {
    if (text == null) {
      return NEWEST;
    }
    Register register = new Register(database.dataSource(), Tables.standard());
    Map<Integer, LocalDate> days = register.asOfDays(register.newestDelivery());
    int delivery = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : newestOn(text, days);
    if (!days.containsKey(delivery)) {
      throw new UsageException(
          days.isEmpty()
              ? terminal.text("usage.nothing-known")
              : terminal.text("usage.known-on", days.size(), days.get(1), text));
    }
    return new KnownOn(delivery, days.get(delivery));
  }

  /** 0 when there was none, or the text is no day. */
  private static int newestOn(String text, Map<Integer, LocalDate> days) {
    try {
      LocalDate day = LocalDate.parse(text);
      return days.entrySet().stream()
          .filter(delivery -> !delivery.getValue().isAfter(day))
          .mapToInt(Map.Entry::getKey)
          .max()
          .orElse(0);
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
