package bangfu.table;

/**
 * Keeps a spreadsheet from calculating what somebody wrote into a cell: a text that begins like a
 * formula gets an apostrophe in front, in every file for people. Such texts come from departments
 * unseen, and {@code =HYPERLINK(…)} in a name must not run on a clerk's machine.
 *
 * <p>A formula begins with {@code = + @}, a tab or a carriage return, or with a minus that stands
 * before more than a number or a household number: {@code -5.00} stays a sum. {@link #unguarded}
 * gives back the text of every guarded cell, for files that a clerk mends and sends in again.
 */
public final class FormulaGuard {
  private static final char MARK = '\'';

  private FormulaGuard() {}

  /** The cell with an apostrophe in front if a spreadsheet could take it for a formula. */
  public static String guarded(String cell) {
    return beginsLikeFormula(cell, marks(cell)) ? MARK + cell : cell;
  }

  /** The cell that {@link #guarded} was given. */
  public static String unguarded(String cell) {
    int marks = marks(cell);
    return marks > 0 && beginsLikeFormula(cell, marks) ? cell.substring(1) : cell;
  }

  /** Apostrophes in front: a cell that looks guarded already is guarded once more. */
  private static int marks(String cell) {
    int marks = 0;
    while (marks < cell.length() && cell.charAt(marks) == MARK) {
      marks++;
    }
    return marks;
  }

  private static boolean beginsLikeFormula(String cell, int at) {
    if (at == cell.length()) {
      return false;
    }
    return switch (cell.charAt(at)) {
      case '=', '+', '@', '\t', '\r' -> true;
      case '-' -> !isPlain(cell, at + 1);
      default -> false;
    };
  }

  /** Only what numbers and household numbers are made of: nothing that a formula can call. */
  private static boolean isPlain(String cell, int from) {
    for (int i = from; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean letterOrDigit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
      if (!letterOrDigit && c != '-' && c != '.' && c != ',') {
        return false;
      }
    }
    return true;
  }
}
