package bangfu.cli;

import bangfu.table.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A CSV file for people that is written aside and takes its place when it is complete. */
final class CsvAside implements AutoCloseable {
  private final Path path;
  private final CsvFile csv;

  CsvAside(Path path, String... headers) {
    this.path = path.toAbsolutePath();
    csv = CsvFile.utf8Bom(aside(), headers);
  }

  void row(Object... cells) {
    csv.row(cells);
  }

  private Path aside() {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  /** All rows are in. */
  void keep() {
    csv.close();
    try {
      Files.move(aside(), path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    csv.close();
    aside().toFile().delete();
  }
}
