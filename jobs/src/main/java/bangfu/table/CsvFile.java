package bangfu.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of {@link CsvText} while it is written. Folders above it are created and an older file is
 * replaced. Every failure is an {@link UncheckedIOException}, for rows are mostly written inside
 * the callback of a query; a character that the encoding lacks is one.
 */
public final class CsvFile implements AutoCloseable {
  private static final int BYTES_PER_WRITE = 1 << 15;

  private final Path path;
  private final CsvText text;
  private final MessageDigest digest = newSha256();
  private final FileChannel out;
  private long rows;
  private String sha256;

  private CsvFile(Path path, CsvText text) {
    this.path = path;
    this.text = text;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      this.out =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    ByteBuffer bytes = text.bytes();
    digest.update(bytes.duplicate());
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.clear();
  }

  public Path path() {
    return path;
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
    if (sha256 == null) {
      throw new IllegalStateException("expected a closed file: " + path.getFileName());
    }
    return sha256;
  }

  @Override
  public void close() {
    if (sha256 != null) {
      return;
    }
    try (out) {
      write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
