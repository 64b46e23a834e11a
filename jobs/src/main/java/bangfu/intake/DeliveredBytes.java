package bangfu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * What the bytes of delivered files were when they were first asked for. Nobody has to read a file
 * twice for that, and all who ask speak of the same bytes, or find out that they do not. Safe for
 * any thread.
 */
public final class DeliveredBytes {
  private static final int CHUNK_BYTES = 1 << 16;

  private final Map<DeliveredFile, Seen> seen = new ConcurrentHashMap<>();

  /**
   * Bytes.
   *
   * @param checksum quickly made; it tells whether they are still the same
   */
  private record Seen(Fingerprint fingerprint, long checksum) {}

  /** The fingerprint of a file as it was when it was first asked for. */
  public Fingerprint fingerprint(DeliveredFile file) throws IOException {
    Seen before = seen.get(file);
    if (before == null) {
      CRC32C checksum = new CRC32C();
      before = new Seen(Fingerprint.of(file.paths(), checksum), checksum.getValue());
      seen.put(file, before);
    }
    return before.fingerprint();
  }

  /** Files in the order in which their fingerprints are best taken side by side: largest first. */
  public static List<DeliveredFile> inOrder(List<DeliveredFile> files) throws IOException {
    Map<DeliveredFile, Long> sizes = new HashMap<>();
    for (DeliveredFile file : files) {
      long size = 0;
      for (Path path : file.paths()) {
        size += Files.size(path);
      }
      sizes.put(file, -size);
    }
    return files.stream().sorted(Comparator.comparing(sizes::get)).toList();
  }

  /** True when somebody wrote into a file since its fingerprint was taken. */
  public boolean isChanged(DeliveredFile file) throws IOException {
    return checksum(file) != seen.get(file).checksum();
  }

  private static long checksum(DeliveredFile file) throws IOException {
    CRC32C checksum = new CRC32C();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (Path path : file.paths()) {
      try (InputStream in = Files.newInputStream(path)) {
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          checksum.update(chunk, 0, read);
        }
      }
    }
    return checksum.getValue();
  }
}
