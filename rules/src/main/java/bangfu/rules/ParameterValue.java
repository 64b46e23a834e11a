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
 * @param source where it comes from
 */
public record ParameterValue(
    String parameter,
    String title,
    String unit,
    String value,
    LocalDate from,
    LocalDate to,
    String source) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
