package bangfu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The screen: messages in the language of the locale or of {@code --lang}, results to stdout,
 * progress and errors to stderr, always in UTF-8, whatever the platform says.
 */
final class Terminal {
  private static final String MESSAGES = "bangfu.cli.messages";

  /** In the URL of a database. */
  private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;\\s]+");

  private final ResourceBundle messages;
  private final Locale language;
  private final boolean quiet;
  private final String command;
  private EventLog log;
  private final PrintWriter out;
  private final PrintWriter err;

  private Terminal(
      Locale language, boolean quiet, String command, PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
    this.command = command;
    this.language = language;
    this.quiet = quiet;
    this.messages = messages(language);
  }

  /** The messages of a language. */
  static ResourceBundle messages(Locale language) {
    return ResourceBundle.getBundle(
        MESSAGES,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * Reads {@code --lang} and {@code --quiet} before anything else, so that usage errors speak the
   * right language.
   */
  static Terminal of(String... args) {
    return of(writer(FileDescriptor.out), writer(FileDescriptor.err), args);
  }

  /** As {@link #of(String...)}, on another screen. */
  static Terminal of(PrintWriter out, PrintWriter err, String... args) {
    List<String> words = Arrays.asList(args);
    boolean quiet = words.contains("--quiet") || words.contains("-q");
    return new Terminal(language(words), quiet, CommandText.of(words), out, err);
  }

  private static Locale language(List<String> words) {
    int option = words.indexOf("--lang");
    String chosen = option >= 0 && option + 1 < words.size() ? words.get(option + 1) : null;
    for (String word : words) {
      chosen = word.startsWith("--lang=") ? word.substring("--lang=".length()) : chosen;
    }
    if (chosen == null) {
      return SystemLanguage.of(System.getenv(), Locale.getDefault());
    }
    return chosen.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }

  /** The command as it was typed, passwords masked. */
  String command() {
    return command;
  }

  /** From now on events go to a log. */
  void logTo(Path file) {
    String name = command.split(" ", 3)[1];
    log = new EventLog(file, name);
    LibraryLog.to(log);
    log.write("begin", Map.of("version", Version.text()));
  }

  /** An event for the log; without one it is not kept. */
  void log(String event, Map<String, ?> fields) {
    if (log != null) {
      log.write(event, fields);
    }
  }

  /** The log's file; empty before it is known. */
  Optional<Path> logFile() {
    return Optional.ofNullable(log).map(EventLog::file);
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  ResourceBundle bundle() {
    return messages;
  }

  Locale language() {
    return language;
  }

  /** The message of a key with its values filled in. */
  String text(String key, Object... values) {
    return new MessageFormat(messages.getString(key), language).format(values);
  }

  /**
   * Says a message on stderr, also when quiet: errors and what the operator must know. A password
   * that is part of what was typed is not said.
   */
  void say(String message) {
    err.println(withoutPasswords(message));
  }

  static String withoutPasswords(String message) {
    return PASSWORD.matcher(message).replaceAll("$1…");
  }

  /** Tells progress on stderr unless quiet. */
  void progress(String key, Object... values) {
    if (!quiet) {
      err.println(text(key, values));
    }
  }
}
