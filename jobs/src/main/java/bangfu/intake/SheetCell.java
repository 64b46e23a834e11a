package bangfu.intake;

/**
 * A cell of a sheet.
 *
 * @param text what Excel shows, or what the file holds when that cannot be told
 * @param damage why the cell cannot be taken whatever its type, in Chinese, or null
 * @param calculated the text is the last result of a formula
 */
record SheetCell(String text, String damage, boolean calculated) {
  static final SheetCell EMPTY = new SheetCell("", null, false);

  /** Why the cell cannot be taken for this type, in Chinese, or null. */
  String damage(ColumnType type) {
    if (damage != null) {
      return damage;
    }
    boolean mustBeTyped =
        type == ColumnType.ID || type == ColumnType.HH || type == ColumnType.MONEY;
    return calculated && mustBeTyped ? "实为公式，其结果可能已过时" : null;
  }
}
