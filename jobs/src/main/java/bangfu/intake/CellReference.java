package bangfu.intake;

/** Reads the A1 notation of cells and ranges. */
final class CellReference {
  /** The columns and rows a sheet can have. */
  static final int MAX_COLUMNS = 1 << 14;

  static final int MAX_ROWS = 1 << 20;

  private CellReference() {}

  /** The column from 0; for {@code C7} it is 2. */
  static int column(String reference) throws RefusedFileException {
    int column = 0;
    int letters = 0;
    while (letters < reference.length() && isLetter(reference.charAt(letters))) {
      column = column * 26 + reference.charAt(letters++) - 'A' + 1;
      if (column > MAX_COLUMNS) {
        break;
      }
    }
    if (column == 0 || column > MAX_COLUMNS) {
      throw XlsxPackage.damaged(new IllegalArgumentException("no cell has this reference"));
    }
    return column - 1;
  }

  /** The row from 1; for {@code C7} it is 7. */
  static int row(String reference) throws RefusedFileException {
    int letters = 0;
    while (letters < reference.length() && isLetter(reference.charAt(letters))) {
      letters++;
    }
    try {
      return Integer.parseInt(reference.substring(letters));
    } catch (NumberFormatException e) {
      throw XlsxPackage.damaged(e);
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
