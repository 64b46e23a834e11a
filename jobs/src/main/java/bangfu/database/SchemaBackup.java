package bangfu.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An H2 file as it was before its schema is brought up to date. H2 commits in the middle of a
 * statement that changes a table, so a killed migration can leave a table away; the next start puts
 * the file back and begins again.
 *
 * @param file of the database
 * @param backup there only while a migration is under way, or was when it was killed
 */
record SchemaBackup(Path file, Path backup) {
  /** Empty when the database is not a file of this machine. */
  static Optional<SchemaBackup> of(JdbcUrl url) {
    return url.beside(".mv.db")
        .flatMap(file -> url.beside(".before-update.zip").map(b -> new SchemaBackup(file, b)));
  }

  boolean exists() {
    return Files.exists(backup);
  }

  /** Copies the open database. */
  void make(DataSource source) {
    Path part = backup.resolveSibling(backup.getFileName() + ".part").toAbsolutePath();
    new JdbcTemplate(source).execute("backup to '" + part.toString().replace("'", "''") + "'");
    try {
      force(part);
      Files.move(part, backup, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the copy in the place of the file. The caller has the database open, so that nobody else
   * does, and has to open it again: what is open is the old file.
   */
  void restore() {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (InputStream bytes = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      zip.getNextEntry();
      Files.copy(zip, part, REPLACE_EXISTING);
      force(part);
      Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    drop();
  }

  /** Forgets the copy. */
  void drop() {
    try {
      Files.deleteIfExists(backup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, WRITE)) {
      channel.force(true);
    }
  }
}
