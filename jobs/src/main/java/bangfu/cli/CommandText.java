package bangfu.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as an operator would type it again. */
final class CommandText {
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)(password=)[^;&]*|(?<=//)([^:/@]+:)[^@/]*(?=@)");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=,@%+-]+");

  private CommandText() {}

  static String of(List<String> words) {
    return words.stream()
        .map(word -> quoted(masked(word)))
        .collect(Collectors.joining(" ", "bangfu ", ""))
        .strip();
  }

  /** A text without the passwords of JDBC URLs. */
  static String masked(String text) {
    return PASSWORD.matcher(text).replaceAll("$1$2***");
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
