package bangfu.rules.check;

import bangfu.rules.PolicyFile;
import bangfu.rules.RuleText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * A rule as it is written. Its name begins with the ids of the clauses it implements.
 *
 * @param parsed its patterns
 * @param file the package it stands in
 */
public record WrittenRule(PolicyFile source, PackageDescr file, RuleDescr parsed) {
  private static final Pattern CLAUSE = Pattern.compile("(\\d[\\d.]*)-([a-z])");
  private static final Pattern SAME_PARAGRAPH = Pattern.compile("-([a-z])");

  /** The rules of a file. */
  public static List<WrittenRule> in(PolicyFile source) {
    PackageDescr file = RuleText.parsed(source);
    return file.getRules().stream().map(rule -> new WrittenRule(source, file, rule)).toList();
  }

  public String name() {
    return parsed.getName();
  }

  /** The file and the line on which it begins. */
  String place() {
    return source.place() + ':' + parsed.getLine();
  }

  /** The file and line of a place in its text. */
  String place(int offset) {
    long before = text().substring(0, offset).chars().filter(c -> c == '\n').count();
    return source.place() + ':' + (parsed.getLine() + before);
  }

  /** All of it, from its first line through its last. */
  public String text() {
    List<String> lines = source.text().lines().toList();
    return String.join("\n", lines.subList(parsed.getLine() - 1, parsed.getEndLine()));
  }

  /** The comment above it: what it says, in Chinese; empty when there is none. */
  public String statement() {
    List<String> lines = source.text().lines().toList();
    int first = parsed.getLine() - 1;
    while (first > 0 && lines.get(first - 1).startsWith("//")) {
      first--;
    }
    return lines.subList(first, parsed.getLine() - 1).stream()
        .map(line -> line.substring(2).strip())
        .collect(Collectors.joining());
  }

  /** The clauses that its name begins with. */
  public Set<String> clauses() {
    return clauses(name());
  }

  /** {@code 2.2.4-h -i: once} names 2.2.4-h and 2.2.4-i. */
  static Set<String> clauses(String ruleName) {
    Set<String> clauses = new LinkedHashSet<>();
    String paragraph = "";
    for (String word : ruleName.split("[ :]+", -1)) {
      Matcher full = CLAUSE.matcher(word);
      Matcher letter = SAME_PARAGRAPH.matcher(word);
      if (full.matches()) {
        paragraph = full.group(1);
        clauses.add(word);
      } else if (letter.matches() && !paragraph.isEmpty()) {
        clauses.add(paragraph + word);
      } else {
        break;
      }
    }
    return clauses;
  }
}
