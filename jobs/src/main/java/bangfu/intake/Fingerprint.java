package bangfu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What tells delivered bytes apart.
 *
 * @param sha256 lower-case hex
 */
public record Fingerprint(String sha256, long sizeBytes) {
  private static final int CHUNK_BYTES = 1 << 16;

  /** The fingerprint of the files' bytes, one behind the other. */
  public static Fingerprint of(List<Path> files) throws IOException {
    return of(files, new CRC32C());
  }

  /** The same, and the files' checksum, of one reading. */
  static Fingerprint of(List<Path> files, Checksum checksum) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] chunk = new byte[CHUNK_BYTES];
    long sizeBytes = 0;
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          digest.update(chunk, 0, read);
          checksum.update(chunk, 0, read);
          sizeBytes += read;
        }
      }
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()), sizeBytes);
  }
}
