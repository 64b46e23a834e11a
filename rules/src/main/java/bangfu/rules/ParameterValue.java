package bangfu.rules;

import java.time.LocalDate;

/**
 * A value of a parameter of the policy.
 *
 * @param parameter its name
 * @param title what it is, in Chinese
 * @param unit for example {@code yuan}
 * @param value as it is written
 * @param from first day in force
 * @param to last day in force; null = until replaced
 * @param source where it comes from; empty = not said
 * @param place the file and line it is written in
 */
public record ParameterValue(
    String parameter,
    String title,
    String unit,
    String value,
    LocalDate from,
    LocalDate to,
    String source,
    String place) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** The same, ending on a day. */
  ParameterValue until(LocalDate last) {
    return new ParameterValue(parameter, title, unit, value, from, last, source, place);
  }
}
