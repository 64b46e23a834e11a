package bangfu.register;

import bangfu.intake.Row;
import bangfu.intake.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a clerk says about a delivery beyond its files; details.md, "Snapshots over time".
 *
 * @param corrected names of tables whose delivery corrects the past: undated values count for all
 *     time, and rows that vanished were never true
 * @param vanished disappearances that departments have confirmed
 * @param acceptShrink a table may lose more than a twentieth of its rows
 * @param supplement the files hold mended rows only; what they leave out did not vanish
 * @param reason why, in the clerk's words; empty when none was asked for
 * @param systemUser who started the program
 */
public record Instructions(
    Set<String> corrected,
    List<Confirmation> vanished,
    boolean acceptShrink,
    boolean supplement,
    String reason,
    String systemUser) {

  /** Nothing beyond the files. */
  public static final Instructions NONE =
      new Instructions(Set.of(), List.of(), false, false, "", "");

  /** A table may shrink, as the operator of a run says. */
  public static final Instructions ACCEPT_SHRINK =
      new Instructions(Set.of(), List.of(), true, false, "", System.getProperty("user.name", ""));

  /**
   * A confirmed disappearance.
   *
   * @param key the row's key, its values joined by commas; null means every row that vanished
   */
  public record Confirmation(Table table, String key) {
    boolean covers(FactVersion version) {
      return table.equals(version.row().table())
          && (key == null || key.equals(version.row().key().replace(KEY_SEPARATOR, ',')));
    }

    @Override
    public String toString() {
      return key == null ? table.name() : table.name() + ':' + key;
    }
  }

  private static final char KEY_SEPARATOR = Row.SEPARATOR;

  public Instructions {
    corrected = Set.copyOf(corrected);
    vanished = List.copyOf(vanished);
  }

  /** What tells one delivery from another with the same files; empty for none. */
  String text() {
    String confirmed = vanished.stream().map(Object::toString).collect(Collectors.joining(" "));
    String text = String.join(" ", new TreeSet<>(corrected)) + confirmed;
    return (supplement ? "supplement " : "") + text;
  }

  boolean corrects(Table table) {
    return corrected.contains(table.name());
  }

  boolean confirms(FactVersion version) {
    return vanished.stream().anyMatch(confirmation -> confirmation.covers(version));
  }
}
