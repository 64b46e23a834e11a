package bangfu.engine.time;

import java.time.LocalDate;

/** Dates as the program itself writes them, of which a run reads millions. */
public final class IsoDay {
  private static final int DECIMAL = 10;

  private IsoDay() {}

  /**
   * Reads a date, many times faster than the general parser.
   *
   * @param text {@code yyyy-mm-dd}, ten characters, checked when it was first read
   */
  public static LocalDate parse(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, DECIMAL),
        Integer.parseInt(text, 5, 7, DECIMAL),
        Integer.parseInt(text, 8, 10, DECIMAL));
  }
}
