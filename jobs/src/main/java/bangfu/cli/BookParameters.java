package bangfu.cli;

import bangfu.rules.Clause;
import bangfu.rules.Parameter;
import bangfu.rules.check.WrittenRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parameters serve a clause: those that its rules name, and those whose titles name it, with
 * its letter or without.
 */
final class BookParameters {
  private static final Pattern ID =
      Pattern.compile("(?<![\\w.])(?:(\\d+(?:\\.\\d+)+)(-[a-z])?|(-[a-z]))(?!\\w)");

  private final Collection<Parameter> all;
  private final Set<String> used = new HashSet<>();

  BookParameters(Collection<Parameter> all) {
    this.all = all;
  }

  List<Parameter> of(Clause clause, List<WrittenRule> rules) {
    List<Parameter> found =
        all.stream()
            .filter(
                parameter ->
                    isNamedBy(rules, parameter)
                        || (clause.status().needsRule() && names(parameter.title(), clause.id())))
            .toList();
    found.forEach(parameter -> used.add(parameter.name()));
    return found;
  }

  /** Those that served no clause asked about: they hold for all. */
  List<Parameter> ofAll() {
    return all.stream().filter(parameter -> !used.contains(parameter.name())).toList();
  }

  private static boolean isNamedBy(List<WrittenRule> rules, Parameter parameter) {
    String quoted = '"' + parameter.name() + '"';
    return rules.stream().anyMatch(rule -> rule.text().contains(quoted));
  }

  private static boolean names(String title, String clause) {
    Matcher ids = ID.matcher(title);
    String paragraph = "";
    while (ids.find()) {
      String letter = ids.group(1) == null ? ids.group(3) : ids.group(2);
      paragraph = ids.group(1) == null ? paragraph : ids.group(1);
      if (letter == null ? clause.startsWith(paragraph + '-') : clause.equals(paragraph + letter)) {
        return true;
      }
    }
    return false;
  }
}
