package bangfu.database;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

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
   * @param url without settings: they may ask for another kind of file, or another user
   */
  static boolean copiedTo(JdbcUrl url) {
    String place = System.getProperty(PLACE);
    if (place == null || !url.isMissingFile() || url.hasSettings()) {
      return false;
    }
    Path file = url.beside(".mv.db").orElseThrow().toAbsolutePath();
    Path part = Path.of(file + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try {
        copy(Path.of(place), part);
        Files.createLink(file, part); // whole or not at all, and never over another one
      } finally {
        Files.deleteIfExists(part);
      }
      return true;
    } catch (FileAlreadyExistsException anotherStartWasFirst) {
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // H2 makes its own file, or says what is wrong
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(to, WRITE)) {
      channel.force(true);
    }
  }
}
