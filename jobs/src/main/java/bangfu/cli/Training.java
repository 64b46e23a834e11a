package bangfu.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs several commands in one JVM, with {@code --then} between them: the build archives the
 * classes that they load, so that each of them starts faster.
 */
final class Training {
  private static final String THEN = "--then";

  private Training() {}

  public static void main(String[] args) {
    List<String> command = new ArrayList<>();
    for (String word : args) {
      if (word.equals(THEN)) {
        run(command);
        command.clear();
      } else {
        command.add(word);
      }
    }
    run(command);
    System.exit(ExitCodes.DONE);
  }

  private static void run(List<String> command) {
    int exit = Main.run(command.toArray(String[]::new));
    if (exit != ExitCodes.DONE) {
      System.exit(exit);
    }
  }
}
