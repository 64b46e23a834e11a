package bangfu.rules;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a pack says of itself in {@code pack.yaml}.
 *
 * @param title what it is called, for example the number of a notice
 * @param replaces measures whose rules it replaces as a whole; elsewhere a rule replaces the one of
 *     its name, and any other is added
 */
record PackManifest(String title, Set<String> replaces) {
  static final int MOST_TITLE_CHARS = 200;

  static PackManifest of(PolicyFile file) {
    PolicyNode root = PolicyNode.document(file);
    Map<String, PolicyNode> entries = root.entries(Set.of("title", "replaces"));
    Set<String> replaces = new LinkedHashSet<>();
    if (entries.containsKey("replaces")) {
      for (PolicyNode measure : entries.get("replaces").items()) {
        replaces.add(measure.oneOf(Set.copyOf(BuiltInPolicy.MEASURES)));
      }
    }
    return new PackManifest(root.required("title").text(MOST_TITLE_CHARS), replaces);
  }
}
