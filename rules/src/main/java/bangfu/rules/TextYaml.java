package bangfu.rules;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML in which every scalar is text, so that no date and no amount is guessed; a missing value is
 * null.
 */
public final class TextYaml {
  private static final int CODE_POINT_LIMIT = 64 << 20;

  private TextYaml() {}

  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  /**
   * A document that is a map, with maps, lists and texts inside.
   *
   * @throws YAMLException when it is not YAML, no map, or a key stands twice
   */
  @SuppressWarnings("unchecked") // every scalar is a text
  public static Map<String, Object> load(String document) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(CODE_POINT_LIMIT);
    DumperOptions dumper = new DumperOptions();
    Object root =
        new Yaml(
                new SafeConstructor(options),
                new Representer(dumper),
                dumper,
                options,
                new TextOnly())
            .load(document);
    if (root instanceof Map) {
      return (Map<String, Object>) root;
    }
    throw new YAMLException("expected a map of keys and values");
  }
}
