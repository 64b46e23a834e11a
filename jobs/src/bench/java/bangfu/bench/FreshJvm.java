package bangfu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs one piece of work in a JVM of its own with a heap of 1 GiB, as the launcher runs long ones. */
final class FreshJvm {
  /** The most important of what the launcher takes with {@code BANGFU_LARGE}. */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseParallelGC", "-XX:InlineSmallCode=600", "-XX:FreqInlineSize=80");

  private FreshJvm() {}

  /**
   * Runs a program to its end.
   *
   * @param arguments the last is a file that gets its milliseconds
   * @return those milliseconds
   */
  static long millis(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(OPTIONS);
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
