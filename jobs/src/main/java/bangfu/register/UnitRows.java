package bangfu.register;

import java.util.List;

/**
 * A unit of assessment as the register knows it.
 *
 * @param unit its smallest household number
 * @param households the numbers of its households, in code-point order; also those of which no row
 *     is in force any more
 * @param rows all rows in force about its households and their persons, in no particular order
 */
public record UnitRows(String unit, List<String> households, List<StoredRow> rows) {

  public UnitRows {
    households = List.copyOf(households);
    rows = List.copyOf(rows);
  }
}
