package bangfu.report;

import bangfu.engine.fold.Fold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the engine that made a month is made of: its archive, or its classes where they lie open.
 */
final class EngineHash {
  private EngineHash() {}

  /** SHA-256, lower-case hex. */
  static String sha256() {
    URL location = Fold.class.getProtectionDomain().getCodeSource().getLocation();
    MessageDigest digest = WrittenFiles.sha256();
    try {
      if (location.getProtocol().equals("file") && Files.isDirectory(Path.of(location.toURI()))) {
        for (Path file : files(Path.of(location.toURI()))) {
          digest.update(Files.readAllBytes(file));
        }
      } else {
        try (InputStream archive = location.openStream()) {
          digest.update(archive.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return WrittenFiles.hex(digest);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
