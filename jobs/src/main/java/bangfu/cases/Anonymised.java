package bangfu.cases;

import bangfu.engine.fact.IdentityNumber;
import bangfu.engine.fact.Sex;
import bangfu.intake.Column;
import bangfu.intake.ColumnType;
import bangfu.register.StoredRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of the register with invented names in place of true ones: identity numbers of the area
 * 440499 with the same birth date and sex, right where they were right; household and document
 * numbers, names, schools and institutions by turns, in their order. Dates, amounts and coded words
 * stay.
 */
final class Anonymised {
  private static final String AREA = "440499";
  private static final int BIRTH_END = 14;
  private static final int ID_CHARS = 18;

  /** A text that lists components of a disability by their names. */
  private static final String COMPONENTS = "多重分类";

  private static final String CERTIFICATE = "残疾人证号";
  private static final String VILLAGE = "村居代码";

  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> households = new HashMap<>();
  private final Map<String, Map<String, String>> texts = new HashMap<>();

  /** Learns the names in some rows. */
  Anonymised(List<StoredRow> rows) {
    Set<String> knownIds = new TreeSet<>();
    Set<String> knownHouseholds = new TreeSet<>();
    Map<String, Set<String>> knownTexts = new HashMap<>();
    for (StoredRow row : rows) {
      for (Column column : row.row().table().columns()) {
        String value = row.value(column.name());
        if (value == null) {
          continue;
        }
        if (column.type() == ColumnType.ID) {
          knownIds.add(value);
        } else if (column.type() == ColumnType.HH) {
          knownHouseholds.add(value);
        } else if (column.name().equals(CERTIFICATE) && isId(value)) {
          knownIds.add(value.substring(0, ID_CHARS));
        } else if (column.type() == ColumnType.TEXT) {
          knownTexts.computeIfAbsent(column.name(), name -> new TreeSet<>()).add(value);
        }
      }
    }
    int serial = 0;
    for (String id : knownIds) {
      do {
        serial++;
      } while (knownIds.contains(inventedId(id, serial)));
      ids.put(id, inventedId(id, serial));
    }
    knownHouseholds.forEach(
        number -> households.put(number, "CASE-%02d".formatted(households.size() + 1)));
    knownTexts.forEach(this::invent);
  }

  private void invent(String column, Set<String> known) {
    Map<String, String> invented = new HashMap<>();
    known.forEach(text -> invented.put(text, "%s%02d".formatted(column, invented.size() + 1)));
    texts.put(column, invented);
  }

  private static boolean isId(String text) {
    return text.length() >= ID_CHARS && IdentityNumber.hasShape(text.substring(0, ID_CHARS));
  }

  private static String inventedId(String id, int serial) {
    String last = IdentityNumber.sex(id) == Sex.MALE ? "1" : "2";
    String digits =
        AREA + id.substring(AREA.length(), BIRTH_END) + "%02d".formatted(serial % 100) + last;
    char right = IdentityNumber.checkCharacter(digits + '0');
    char other = right == '0' ? '1' : '0';
    return digits + (IdentityNumber.hasValidCheckCharacter(id) ? right : other);
  }

  /** The invented number of a household. */
  String household(String number) {
    return households.get(number);
  }

  /** The cells of a row that are not empty, as an extract would have them. */
  Map<String, String> cells(StoredRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Column column : row.row().table().columns()) {
      String value = row.value(column.name());
      if (value != null) {
        cells.put(column.name(), cell(row, column, value));
      }
    }
    return cells;
  }

  private String cell(StoredRow row, Column column, String value) {
    return switch (column.type()) {
      case ID -> ids.get(value);
      case HH -> households.get(value);
      case MONEY -> Money.yuan(Long.parseLong(value));
      case TEXT -> text(row, column.name(), value);
      default -> value;
    };
  }

  private String text(StoredRow row, String column, String value) {
    if (column.equals(COMPONENTS)) {
      return value;
    }
    if (column.equals(CERTIFICATE) && isId(value)) {
      return ids.get(value.substring(0, ID_CHARS)) + value.substring(ID_CHARS);
    }
    if (column.equals(VILLAGE) && row.value("镇街代码") != null) {
      return row.value("镇街代码") + "001";
    }
    return texts.get(column).get(value);
  }

  /** The rows by table, each table's in the order of their invented cells. */
  Map<String, List<Map<String, String>>> tables(List<StoredRow> rows) {
    Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    for (StoredRow row : rows) {
      tables.computeIfAbsent(row.row().table().name(), name -> new ArrayList<>()).add(cells(row));
    }
    tables
        .values()
        .forEach(cells -> cells.sort((one, other) -> one.toString().compareTo(other.toString())));
    return tables;
  }
}
