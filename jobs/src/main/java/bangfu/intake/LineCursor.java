package bangfu.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The physical lines of a CSV file, or the rows of a sheet, one at a time. The accessors speak of
 * the line that {@link #next()} moved to.
 */
interface LineCursor extends Closeable {
  /**
   * Moves to the next line; false behind the last.
   *
   * @throws RefusedFileException when the file turns out to be unreadable as a whole
   */
  boolean next() throws IOException;

  /** From 1. */
  int number();

  /** What is wrong with the line as a whole, or null; then it has no fields. */
  Fault damage();

  /** How many fields the line has; in a sheet, up to its last cell with text. */
  int fieldCount();

  /** True when the number of fields goes with a header of so many. */
  boolean fits(int headerFieldCount);

  /** True when each field is known to belong to the header at its place, fit the row or not. */
  boolean placesAreSure(int headerFieldCount);

  /** The line as one text; what cannot be decoded is a replacement character. */
  String whole();

  /** The text of a field, from 0; empty where a sheet row has no such cell. */
  String text(int field);

  /** Why a field cannot be taken whatever its text, in Chinese, or null. */
  String damage(int field, ColumnType type);

  /** The bytes of the line without its line end. */
  byte[] raw();

  /** How the text is encoded, as reports name it. */
  String encoding();

  /** What the operator should know of the file as a whole, in Chinese. */
  List<String> notes();

  /** True when every field is blank. */
  default boolean isBlank() {
    if (damage() != null) {
      return false;
    }
    for (int field = 0; field < fieldCount(); field++) {
      if (!CellText.isBlank(text(field))) {
        return false;
      }
    }
    return true;
  }
}
