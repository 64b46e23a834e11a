package bangfu.table;

import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A file of {@link CsvText} while it is written. Folders above it are created and an older file is
 * replaced. Every failure is an {@link UncheckedIOException}, for rows are mostly written inside
 * the callback of a query; a character that the encoding lacks is one.
 */
public final class CsvFile implements AutoCloseable {
  private static final int BYTES_PER_WRITE = 1 << 15;

  private final CsvText text;
  private final HashedFile file;
  private long rows;

  private CsvFile(Path path, CsvText text) {
    this.text = text;
    this.file = new HashedFile(path);
  }

  /** A file for people: UTF-8 with a byte order mark, and no cell that is a formula. */
  public static CsvFile utf8Bom(Path path, String... headers) {
    return new CsvFile(path, CsvText.utf8Bom(headers));
  }

  /** A file for a program that reads only this charset; no byte order mark. */
  public static CsvFile strict(Path path, Charset charset, String... headers) {
    return new CsvFile(path, CsvText.strict(charset, headers));
  }

  /** Writes a row; null is an empty cell, anything else its {@code toString()}. */
  public void row(Object... cells) {
    text.row(cells);
    rows++;
    if (text.size() >= BYTES_PER_WRITE) {
      write();
    }
  }

  private void write() {
    file.write(text.bytes());
    text.clear();
  }

  public Path path() {
    return file.path();
  }

  /** Rows so far, the header not counted. */
  public long rows() {
    return rows;
  }

  /**
   * SHA-256 of the whole file, lower-case hex.
   *
   * @throws IllegalStateException before the file is closed
   */
  public String sha256() {
    return file.sha256();
  }

  @Override
  public void close() {
    try (file) {
      write();
    }
  }
}
