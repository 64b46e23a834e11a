package bangfu.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One table that a department delivers, as {@code tables.yaml} declares it. */
public final class Table {
  private final int number;
  private final String name;
  private final String title;
  private final String department;
  private final List<String> key;
  private final String subject;
  private final List<String> clauses;
  private final List<Column> columns;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final int[] keyIndexes;
  private final int subjectIndex;

  Table(
      int number,
      String name,
      String title,
      String department,
      List<String> key,
      String subject,
      List<String> clauses,
      List<Column> columns) {
    this.number = number;
    this.name = name;
    this.title = title;
    this.department = department;
    this.key = List.copyOf(key);
    this.subject = subject;
    this.clauses = List.copyOf(clauses);
    this.columns = List.copyOf(columns);
    columns.forEach(column -> indexes.put(column.name(), indexes.size()));
    this.keyIndexes = key.stream().mapToInt(this::index).toArray();
    this.subjectIndex = subject == null ? -1 : index(subject);
  }

  /** 1 for the first table of the file, and so on. */
  public int number() {
    return number;
  }

  /** The name of its file, without extension. */
  public String name() {
    return name;
  }

  /** What it is called in Chinese. */
  public String title() {
    return title;
  }

  /** The department that delivers it. */
  public String department() {
    return department;
  }

  /** The names of the key columns, in key order. */
  public List<String> key() {
    return key;
  }

  /** The column that says whom a row is about, or null. */
  public String subject() {
    return subject;
  }

  /** True when another row with the same key may be about somebody else. */
  public boolean subjectMayChange() {
    return subject != null && !key.contains(subject);
  }

  /** The clauses that cannot be decided while the table was never delivered. */
  public List<String> clauses() {
    return clauses;
  }

  /** The columns in schema order, which is the order of a row's values. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The place of a column in {@link #columns()}.
   *
   * @throws IllegalArgumentException when the table has no such column
   */
  public int index(String columnName) {
    Integer index = indexes.get(columnName);
    if (index != null) {
      return index;
    }
    throw new IllegalArgumentException(
        name + ": expected one of its columns, but was '" + columnName + "'");
  }

  int[] keyIndexes() {
    return keyIndexes;
  }

  /** The place of the subject column, or -1. */
  public int subjectIndex() {
    return subjectIndex;
  }

  @Override
  public String toString() {
    return name;
  }
}
