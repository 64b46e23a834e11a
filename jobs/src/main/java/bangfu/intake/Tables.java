package bangfu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tables that the departments deliver, read once from {@code tables.yaml}. */
public final class Tables {
  private static final Tables STANDARD = load("tables.yaml");

  private final Map<String, Table> tables;

  private Tables(Map<String, Table> tables) {
    this.tables = tables;
  }

  /** The tables of the contract. */
  public static Tables standard() {
    return STANDARD;
  }

  /** All tables in file order. */
  public List<Table> all() {
    return List.copyOf(tables.values());
  }

  /** True when a table has this name. */
  public boolean has(String name) {
    return tables.containsKey(name);
  }

  /**
   * The table of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException(
          "expected a table of " + tables.keySet() + ", but was '" + name + "'");
    }
    return table;
  }

  private static Tables load(String resource) {
    try (InputStream in = Tables.class.getResourceAsStream(resource)) {
      Map<String, Object> root = new Yaml(new SafeConstructor(strict())).load(in);
      return new SchemaFile(root).tables();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** A table or column declared twice is an error. */
  private static LoaderOptions strict() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  static Tables of(List<Table> declared) {
    Map<String, Table> byName = new LinkedHashMap<>();
    declared.forEach(table -> byName.put(table.name(), table));
    return new Tables(byName);
  }
}
