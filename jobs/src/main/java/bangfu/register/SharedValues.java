package bangfu.register;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The values of a column that rows about more than one subject had; of all others only hashes. */
final class SharedValues {
  private final int column;
  private final UnaryOperator<String> spelling;
  private final ContentCells cells = new ContentCells();
  private final HashIndex values = new HashIndex();
  private final HashIndex subjects = new HashIndex();
  private final IntList firstSubjects = new IntList(); // of the values
  private final Set<String> shared = new HashSet<>();

  /**
   * @param spelling makes values alike that mean the same; an empty one is none
   */
  SharedValues(int column, UnaryOperator<String> spelling) {
    this.column = column;
    this.spelling = spelling;
  }

  void add(FactPage.Raw page) {
    int subjectColumn = page.table().subjectIndex();
    page.forEach(
        (from, to) -> {
          cells.at(page.text(), from, to);
          String value = spelling.apply(cells.value(column));
          if (!value.isEmpty()) {
            add(value, subjectColumn);
          }
        });
  }

  private void add(String value, int subjectColumn) {
    int subject =
        subjects.add(cells.text(), cells.start(subjectColumn), cells.length(subjectColumn));
    int known = values.size();
    int number = values.add(value);
    if (number == known) {
      firstSubjects.add(subject);
    } else if (firstSubjects.get(number) != subject) {
      shared.add(value);
    }
  }

  Set<String> values() {
    return shared;
  }
}
