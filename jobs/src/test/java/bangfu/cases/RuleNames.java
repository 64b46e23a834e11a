package bangfu.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules as they are written: each name begins with the ids of the clauses it implements. */
final class RuleNames {
  private static final Path POLICY = Path.of("../rules/src/main/resources/policy");
  private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");
  private static final Pattern CLAUSE = Pattern.compile("(\\d[\\d.]*)-([a-z])");
  private static final Pattern SAME_PARAGRAPH = Pattern.compile("-([a-z])");

  private RuleNames() {}

  /** Every rule name in every file, doubles included. */
  static List<String> written() {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(POLICY)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
        Matcher rule = RULE.matcher(Files.readString(file));
        while (rule.find()) {
          names.add(rule.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
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
