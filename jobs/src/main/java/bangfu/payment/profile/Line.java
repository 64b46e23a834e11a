package bangfu.payment.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lines of one layout from their values. Not safe for several threads. */
final class Line {
  private final Form form;
  private final Coding coding;

  Line(Layout<?> layout) {
    this.form = layout.form();
    this.coding = new Coding(layout.encoding());
  }

  Coding coding() {
    return coding;
  }

  /** Why a row cannot be written, by its first cell that cannot; null when it can. */
  <F extends Field> Unwritable whyUnwritable(List<Cell<F>> cells, Function<F, String> values) {
    for (Cell<F> cell : cells) {
      Unwritable why = whyUnwritable(cell, cell.value(values));
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  /** Why a value cannot be written; null when it can. */
  Unwritable whyUnwritable(Cell<?> cell, String value) {
    Unwritable.Reason reason = reason(cell, value);
    return reason == null ? null : new Unwritable(cell.label(), reason);
  }

  private Unwritable.Reason reason(Cell<?> cell, String value) {
    if (CellValues.hasControls(value) || form.isAmbiguous(value)) {
      return Unwritable.Reason.SEPARATOR;
    }
    boolean ascii = isAscii(value);
    if (!ascii && !coding.carries(value)) {
      return Unwritable.Reason.ENCODING;
    }
    if (cell.bytes() == 0) {
      return null;
    }
    int bytes = ascii ? value.length() : coding.bytes(value);
    return bytes > cell.bytes() ? Unwritable.Reason.TOO_LONG : null;
  }

  /** Then every encoding carries it, with a byte for each character. */
  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * The line without its end.
   *
   * @throws IllegalArgumentException when a value cannot be written
   */
  <F extends Field> String of(List<Cell<F>> cells, Function<F, String> values) {
    List<String> texts = new ArrayList<>(cells.size());
    for (Cell<F> cell : cells) {
      String value = cell.value(values);
      Unwritable why = whyUnwritable(cell, value);
      if (why != null) {
        throw new IllegalArgumentException(
            "expected a row that the bank's file can hold, but was " + why);
      }
      texts.add(value);
    }
    return form.join(cells, texts, coding);
  }
}
