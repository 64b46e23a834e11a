package bangfu.fuzz;

import bangfu.intake.TableReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The fuzz target: every reader, held to {@link ReaderProperties}. */
public final class ReaderFuzz {
  private static final Path FOLDER = newFolder();
  private static final ReaderProperties PROPERTIES =
      new ReaderProperties(new TableReader()::read, FOLDER);

  private ReaderFuzz() {}

  /** Called by Jazzer first. */
  public static void fuzzerInitialize() throws Exception {
    loadReaders();
  }

  /** All classes are loaded before the first input, for Jazzer counts only what it then knows. */
  static void loadReaders() throws Exception {
    Path classes =
        Path.of(TableReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("bangfu/intake"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
        Class.forName(name.substring(0, name.length() - ".class".length()));
      }
    }
  }

  /** Called by Jazzer; any exception is a finding. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    PROPERTIES.check(FuzzInput.of(input).writeTo(FOLDER));
  }

  static Path newFolder() {
    try {
      return Files.createTempDirectory("bangfu-fuzz-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
