package bangfu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the benchmarks write. */
final class Folders {
  private Folders() {}

  /** Deletes a folder and all in it, if there is one. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> inside;
      try (Stream<Path> files = Files.walk(folder)) {
        inside = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : inside) {
        Files.delete(file);
      }
    }
  }

  /** The JDBC URL as it is, or for {@code h2} that of a register in the folder. */
  static String register(Path folder, String database) {
    return database.equals("h2") ? "jdbc:h2:file:" + folder.resolve("register") : database;
  }
}
