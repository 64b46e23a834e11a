package bangfu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tree of {@code tables.yaml} turned into tables. A word that the file format does not have is
 * an error, so that a misspelt attribute cannot be overlooked.
 */
final class SchemaFile {
  private static final Set<String> TABLE_WORDS =
      Set.of("title", "department", "key", "subject", "clauses", "columns");
  private static final Set<String> COLUMN_WORDS = Set.of("type", "in", "undated");

  private final Map<String, Object> root;
  private final Map<String, Object> codes;

  SchemaFile(Map<String, Object> root) {
    this.root = root;
    this.codes = map(root.get("codes"));
  }

  Tables tables() {
    List<Table> tables = new ArrayList<>();
    map(root.get("tables"))
        .forEach((name, body) -> tables.add(table(tables.size() + 1, name, map(body))));
    return Tables.of(tables);
  }

  private Table table(int number, String name, Map<String, Object> body) {
    requireWords(name, body, TABLE_WORDS);
    List<Column> columns = new ArrayList<>();
    map(body.get("columns")).forEach((column, spec) -> columns.add(column(column, spec)));
    return new Table(
        number,
        name,
        text(body.get("title")),
        text(body.get("department")),
        texts(body.get("key")),
        body.get("subject") == null ? null : text(body.get("subject")),
        body.get("clauses") == null ? List.of() : texts(body.get("clauses")),
        columns);
  }

  private Column column(String name, Object spec) {
    if (spec instanceof String type) {
      return column(name, type, List.of(), false);
    }
    Map<String, Object> body = map(spec);
    requireWords(name, body, COLUMN_WORDS);
    boolean undated = Boolean.TRUE.equals(body.get("undated"));
    return column(name, text(body.get("type")), words(body.get("in")), undated);
  }

  private static Column column(String name, String type, List<String> in, boolean undated) {
    boolean required = type.endsWith("!");
    String bare = required ? type.substring(0, type.length() - 1) : type;
    return new Column(
        name, ColumnType.valueOf(bare.toUpperCase(Locale.ROOT)), required, in, undated);
  }

  /** A list of words, or the name of one under {@code codes}. */
  private List<String> words(Object in) {
    if (in == null) {
      return List.of();
    }
    return in instanceof String name ? texts(codes.get(name)) : texts(in);
  }

  private static void requireWords(String place, Map<String, Object> body, Set<String> allowed) {
    if (!allowed.containsAll(body.keySet())) {
      throw new IllegalArgumentException(
          place + ": expected only " + allowed + ", but was " + body.keySet());
    }
  }

  @SuppressWarnings("unchecked") // keys of the schema are words
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static List<String> texts(Object node) {
    return ((List<?>) node).stream().map(SchemaFile::text).toList();
  }

  private static String text(Object node) {
    if (node instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("expected a text, but was " + node);
  }
}
