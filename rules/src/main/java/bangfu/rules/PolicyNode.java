package bangfu.rules;

import bangfu.rules.PackException.Expected;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What stands in a place of a policy file, and on which line. Every scalar is text, so that no date
 * and no amount is guessed.
 */
final class PolicyNode {
  private final String file;
  private final String key;
  private final Node node;

  private PolicyNode(String file, String key, Node node) {
    this.file = file;
    this.key = key;
    this.node = node;
  }

  /**
   * The whole of a file, which is a map; a file with nothing in it is an empty one.
   *
   * @throws PackException when it is no YAML
   */
  static PolicyNode document(PolicyFile file) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(file.text()));
      return new PolicyNode(file.place(), "", root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new PackException(file.place(), line, "", Expected.YAML, e.getProblem(), "");
    } catch (YAMLException e) {
      throw new PackException(file.place(), 0, "", Expected.YAML, e.getMessage(), "");
    }
  }

  String file() {
    return file;
  }

  /** From 1. */
  int line() {
    return node == null ? 1 : node.getStartMark().getLine() + 1;
  }

  /** The entries of a map, in the order of the file. */
  Map<String, PolicyNode> entries() {
    Map<String, PolicyNode> entries = new LinkedHashMap<>();
    if (node == null) {
      return entries;
    }
    if (!(node instanceof MappingNode map)) {
      throw expected(Expected.MAP, "");
    }
    for (NodeTuple entry : map.getValue()) {
      String name = new PolicyNode(file, key, entry.getKeyNode()).text();
      PolicyNode value = new PolicyNode(file, below(name), entry.getValueNode());
      if (entries.put(name, value) != null) {
        throw value.expected(Expected.ONCE, name);
      }
    }
    return entries;
  }

  /** The entries of a map that may have these keys and no others. */
  Map<String, PolicyNode> entries(Set<String> allowed) {
    Map<String, PolicyNode> entries = entries();
    for (Map.Entry<String, PolicyNode> entry : entries.entrySet()) {
      if (!allowed.contains(entry.getKey())) {
        PolicyNode value = entry.getValue();
        throw new PackException(
            file,
            value.line(),
            value.key,
            Expected.ONE_OF,
            String.join(", ", new TreeSet<>(allowed)),
            entry.getKey());
      }
    }
    return entries;
  }

  /** The value of a key that must be there. */
  PolicyNode required(String name) {
    PolicyNode value = entries().get(name);
    if (value == null || value.isEmpty()) {
      throw new PackException(file, line(), below(name), Expected.VALUE, "", "");
    }
    return value;
  }

  /** The text of a key; null when it is missing or empty. */
  String optionalText(String name) {
    PolicyNode value = entries().get(name);
    return value == null || value.isEmpty() ? null : value.text();
  }

  List<PolicyNode> items() {
    if (!(node instanceof SequenceNode list)) {
      throw expected(Expected.LIST, "");
    }
    List<PolicyNode> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new PolicyNode(file, key + '[' + items.size() + ']', item));
    }
    return items;
  }

  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw expected(Expected.TEXT, "");
    }
    return scalar.getValue().strip();
  }

  /** A text of at most as many characters. */
  String text(int most) {
    String text = text();
    if (text.codePointCount(0, text.length()) > most) {
      throw expected(Expected.TEXT, Integer.toString(most));
    }
    return text;
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw expected(Expected.DATE, "");
    }
  }

  /** One of these words. */
  String oneOf(Set<String> words) {
    if (!words.contains(text())) {
      throw expected(Expected.ONE_OF, String.join(", ", new TreeSet<>(words)));
    }
    return text();
  }

  PackException expected(Expected what, String detail) {
    Object found = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    return new PackException(file, line(), key, what, detail, found);
  }

  private boolean isEmpty() {
    return node instanceof ScalarNode && text().isEmpty();
  }

  private String below(String name) {
    return key.isEmpty() ? name : key + '.' + name;
  }
}
