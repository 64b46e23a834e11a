package bangfu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs one piece of work in a JVM of its own with a heap of 1 GiB. */
enum FreshJvm {
  /** As the launcher starts it: for runs of seconds. */
  OF_LAUNCHER(
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-XX:+IgnoreUnrecognizedVMOptions",
      "-XX:+UseTransparentHugePages"),
  /** As the launcher starts it with {@code BANGFU_LARGE}: for runs of minutes. */
  OF_LONG_RUNS("-XX:+UseParallelGC", "-XX:InlineSmallCode=600", "-XX:FreqInlineSize=80");

  private final List<String> options;

  FreshJvm(String... options) {
    this.options = List.of(options);
  }

  /**
   * Runs a program to its end.
   *
   * @param arguments the last is a file that gets its milliseconds
   * @return those milliseconds
   */
  long millis(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(program.getSimpleName() + " ended with exit code " + exit);
    }
    return Long.parseLong(Files.readString(Path.of(arguments[arguments.length - 1])));
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
