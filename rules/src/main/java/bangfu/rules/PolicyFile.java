package bangfu.rules;

/**
 * A file of a policy pack.
 *
 * @param path inside the pack, for example {@code education/rules.drl}
 * @param place where it lies, for messages
 * @param text its content
 * @param builtIn true for a file of the program
 */
public record PolicyFile(String path, String place, String text, boolean builtIn) {
  /** The part of the path before the name: the measure; empty for a file of the whole policy. */
  public String measure() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The part of the path behind the measure. */
  public String name() {
    return path.substring(path.indexOf('/') + 1);
  }
}
