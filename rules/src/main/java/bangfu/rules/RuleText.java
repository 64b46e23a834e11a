package bangfu.rules;

import bangfu.rules.PackException.Expected;
import java.util.LinkedHashSet;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;

/** Rules as they are written. */
public final class RuleText {
  private RuleText() {}

  /**
   * A file of rules, parsed.
   *
   * @throws PackException when it cannot be parsed
   */
  public static PackageDescr parsed(PolicyFile file) {
    DrlParser parser = new DrlParser();
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, file.text());
    } catch (DroolsParserException e) {
      throw new PackException(file.place(), 0, "", Expected.DRL, e.getMessage(), "");
    }
    if (parser.hasErrors() || parsed == null) {
      DroolsError first = parser.getErrors().get(0);
      int line = first.getLines().length == 0 ? 0 : first.getLines()[0];
      throw new PackException(file.place(), line, "", Expected.DRL, first.getMessage(), "");
    }
    return parsed;
  }

  /** The names of the rules in a file, in its order. */
  static Set<String> names(PolicyFile file) {
    Set<String> names = new LinkedHashSet<>();
    parsed(file).getRules().forEach(rule -> names.add(rule.getName()));
    return names;
  }

  /** The same file with the lines of some rules left blank, so that line numbers stay true. */
  static PolicyFile without(PolicyFile file, Set<String> names) {
    String[] lines = file.text().split("\n", -1);
    boolean changed = false;
    for (RuleDescr rule : parsed(file).getRules()) {
      if (names.contains(rule.getName())) {
        changed = true;
        for (int line = rule.getLine(); line <= rule.getEndLine(); line++) {
          lines[line - 1] = "";
        }
      }
    }
    return changed
        ? new PolicyFile(file.path(), file.place(), String.join("\n", lines), file.builtIn())
        : file;
  }
}
