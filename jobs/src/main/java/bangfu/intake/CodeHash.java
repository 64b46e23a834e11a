package bangfu.intake;

import bangfu.engine.fact.IdentityNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells one version of the program from another, so that nothing is kept that another version
 * has worked out: its archives, or its classes where they lie open.
 */
public final class CodeHash {
  private CodeHash() {}

  private static final class Known {
    static final String SHA256 = sha256(CodeHash.class, IdentityNumber.class);
  }

  /** SHA-256 of the jobs and the engine, lower-case hex. */
  public static String ofProgram() {
    return Known.SHA256;
  }

  private static String sha256(Class<?>... ofEachArchive) {
    try {
      Stream<Path> files = Stream.empty();
      for (Class<?> type : ofEachArchive) {
        URL location = type.getProtectionDomain().getCodeSource().getLocation();
        files = Stream.concat(files, files(Path.of(location.toURI())).stream());
      }
      return Fingerprint.of(files.toList()).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path archive) throws IOException {
    try (Stream<Path> files = Files.walk(archive)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
