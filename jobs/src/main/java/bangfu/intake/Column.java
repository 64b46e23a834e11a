package bangfu.intake;

import java.util.List;

/**
 * One column of a table.
 *
 * @param name the header text
 * @param required an empty cell rejects the row
 * @param in the words a {@link ColumnType#CODE} column may hold; empty for other types
 * @param undated the column has no date of its own: a changed value counts from the as-of day of
 *     the delivery that brought it
 */
public record Column(
    String name, ColumnType type, boolean required, List<String> in, boolean undated) {

  public Column {
    in = List.copyOf(in);
    if ((type == ColumnType.CODE) == in.isEmpty()) {
      throw new IllegalArgumentException(name + ": a code column, and no other, lists its words");
    }
  }

  /** True for a cell that counts as empty. */
  public boolean isBlank(String cell) {
    return CellText.isBlank(cell);
  }

  /** The canonical text of a cell that is not blank, or null when it does not fit the column. */
  public String convert(String cell) {
    String value = type.convert(cell);
    boolean unlisted = type == ColumnType.CODE && value != null && !in.contains(value);
    return unlisted ? null : value;
  }

  /** What a cell must hold, in Chinese, to follow 应为. */
  public String expectation() {
    return type == ColumnType.CODE ? String.join("、", in) + " 之一" : type.expectation();
  }
}
