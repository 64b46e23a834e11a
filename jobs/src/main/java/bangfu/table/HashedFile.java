package bangfu.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is hashed while it is written. Folders above it are created and an older file is
 * replaced. Every failure is an {@link UncheckedIOException}.
 */
public final class HashedFile implements AutoCloseable {
  private final Path path;
  private final MessageDigest digest = newSha256();
  private final FileChannel out;
  private String sha256;

  public HashedFile(Path path) {
    this.path = path;
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

  /** Adds the remaining bytes, in one go: to be called with more than a line. */
  public void write(ByteBuffer bytes) {
    digest.update(bytes.duplicate());
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
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
    try {
      out.close();
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
