package bangfu.database;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The H2 file of an empty register. Making its tables takes a third of a second, so the build does
 * it once, and the launcher says where that file is. It is a shortcut only: without it each new
 * register makes its own tables, and both are opened and looked at in the same way.
 */
public final class EmptyRegister {
  /** The property that names the file. */
  static final String PLACE = "bangfu.empty-register";

  private EmptyRegister() {}

  /**
   * Makes the file, for the build.
   *
   * @param arguments its path without {@code .mv.db}
   */
  public static void main(String[] arguments) {
    Database.open("jdbc:h2:file:" + arguments[0]).close();
  }

  /**
   * Copies it to where a database is missing; true when there is one afterwards.
   *
   * <p>A kill in the middle may leave a part behind that nobody reads.
   *
   * @param url of a file and without settings, which may ask for another kind of file or user
   */
  static boolean isPutAt(JdbcUrl url) {
    String place = System.getProperty(PLACE);
    if (place == null || !url.isMissingFile() || !url.isPlainFile()) {
      return false;
    }
    Path file = url.beside(".mv.db").orElseThrow().toAbsolutePath();
    Path part = Path.of(file + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try {
        copy(Path.of(place), part);
        link(file, part);
      } finally {
        Files.deleteIfExists(part);
      }
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // H2 makes its own file, or says what is wrong
    }
  }

  /** Readable and writable for whom a file is that H2 makes. */
  private static void copy(Path from, Path to) throws IOException {
    try (FileOutputStream out = new FileOutputStream(to.toFile())) {
      Files.copy(from, out);
      out.getFD().sync();
    }
  }

  /** The whole file or none, and never in the place of another one. */
  private static void link(Path file, Path part) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException anotherStartWasFirst) {
      // its file is as good
    }
  }
}
