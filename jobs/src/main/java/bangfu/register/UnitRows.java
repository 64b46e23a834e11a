package bangfu.register;

import java.util.List;

/**
 * A unit of assessment as the register knows it.
 *
 * @param unit its smallest household number
 * @param rows all rows in force about its households and their persons, in no particular order
 */
public record UnitRows(String unit, List<StoredRow> rows) {

  public UnitRows {
    rows = List.copyOf(rows);
  }
}
