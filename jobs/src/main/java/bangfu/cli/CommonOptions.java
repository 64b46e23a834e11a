package bangfu.cli;

import picocli.CommandLine.Option;

/** Options of every command. {@link Terminal} reads the first two itself. */
abstract class CommonOptions {
  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
  private String lang;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "option.quiet")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "option.help")
  private boolean help;

  /** The chosen language, or null. */
  String lang() {
    return lang;
  }

  boolean quiet() {
    return quiet;
  }

  boolean help() {
    return help;
  }
}
