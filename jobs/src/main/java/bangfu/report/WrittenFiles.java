package bangfu.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Re-reads what was written: hashes and rows as they are on disk. */
final class WrittenFiles {
  private static final int BUFFER_BYTES = 1 << 16;

  private WrittenFiles() {}

  /**
   * One file, or the households' ledgers as one list.
   *
   * @param name path inside the folder, with slashes
   * @param rows CSV records without the header; files for {@code ledgers/}; 0 otherwise
   */
  record Written(String name, String sha256, long rows) {}

  /** Every file below a folder by name, the households' ledgers left aside. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Path ledgers = folder.resolve("ledgers");
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) {
            return directory.equals(ledgers)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  /** Hashes a file and counts its records in one go. */
  static Written read(Path folder, Path file) throws IOException {
    String name = folder.relativize(file).toString().replace('\\', '/');
    MessageDigest digest = sha256();
    Records records = new Records();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        records.count(buffer, n);
      }
    }
    return new Written(name, hex(digest), name.endsWith(".csv") ? records.withoutHeader() : 0);
  }

  /**
   * Counts CSV records byte by byte. In UTF-8 and in GBK no byte of a longer character looks like a
   * quote or a line feed.
   */
  private static final class Records {
    private long ended;
    private boolean quoted;
    private boolean begun;

    void count(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        byte b = bytes[i];
        quoted ^= b == '"';
        begun = b != '\n' || quoted;
        ended += begun ? 0 : 1;
      }
    }

    long withoutHeader() {
      return Math.max(0, ended + (begun ? 1 : 0) - 1);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
