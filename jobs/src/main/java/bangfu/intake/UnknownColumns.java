package bangfu.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * The headers that a table does not have, as reports name them: whatever stands in a header line,
 * they stay few, short and printable.
 */
final class UnknownColumns {
  private static final int MAX_NAMES = 50;
  private static final int MAX_NAME_CHARACTERS = 30;

  private UnknownColumns() {}

  /**
   * The unknown headers in file order; beyond the {@value #MAX_NAMES}th their number only.
   *
   * @param names the texts of the header line
   */
  static List<String> in(Table table, List<String> names) {
    List<String> known = table.columns().stream().map(Column::name).toList();
    List<String> unknown =
        names.stream().filter(name -> !name.isEmpty() && !known.contains(name)).toList();
    List<String> shown =
        new ArrayList<>(unknown.stream().limit(MAX_NAMES).map(UnknownColumns::shown).toList());
    if (unknown.size() > MAX_NAMES) {
      shown.add("另有 %d 列".formatted(unknown.size() - MAX_NAMES));
    }
    return shown;
  }

  private static String shown(String name) {
    StringBuilder printable = new StringBuilder();
    name.codePoints()
        .limit(MAX_NAME_CHARACTERS)
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(printable::appendCodePoint);
    return printable + (printable.length() < name.length() ? "…" : "");
  }
}
