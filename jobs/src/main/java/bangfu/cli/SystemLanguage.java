package bangfu.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The language of whoever started the program. Java goes back to English when a variable names a
 * locale that the system has not got, as a bare server under cron; here the variable counts.
 */
final class SystemLanguage {
  /** The first of them that is set decides, as in POSIX. */
  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private SystemLanguage() {}

  /**
   * Chinese or English.
   *
   * @param environment the variables of the process
   * @param java the locale that Java found
   */
  static Locale of(Map<String, String> environment, Locale java) {
    String named =
        VARIABLES.stream()
            .map(variable -> environment.getOrDefault(variable, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    boolean isChinese = named.startsWith("zh") || java.getLanguage().equals("zh");
    return isChinese ? Locale.CHINESE : Locale.ENGLISH;
  }
}
