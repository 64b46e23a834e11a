package bangfu.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the files of a folder are still what its manifest says. */
public final class FolderCheck {
  private static final String MANIFEST = "manifest.json";
  private static final String LEDGERS = "ledgers/";

  private FolderCheck() {}

  /**
   * Reads the whole folder again.
   *
   * @param folder of a month, or of a batch that was sent
   * @param manifestSha256 what the database says of the manifest; null to believe the manifest
   * @return the first file that is missing, changed or not named by the manifest; null when all fit
   */
  public static String firstChanged(Path folder, String manifestSha256) {
    try {
      if (!Files.exists(folder.resolve(MANIFEST))
          || (manifestSha256 != null && !MonthFiles.manifestHash(folder).equals(manifestSha256))) {
        return MANIFEST;
      }
      Map<String, String> named = named(folder.resolve(MANIFEST));
      named.remove(MANIFEST);
      String ledgers = named.remove(LEDGERS);
      for (Path file : WrittenFiles.in(folder)) {
        WrittenFiles.Written written = WrittenFiles.read(folder, file);
        String expected = named.remove(written.name());
        if (!written.name().equals(MANIFEST) && !written.sha256().equals(expected)) {
          return written.name();
        }
      }
      if (!named.isEmpty()) {
        return named.keySet().iterator().next();
      }
      return ledgers == null || ledgers.equals(ledgers(folder)) ? null : LEDGERS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> named(Path manifest) {
    JsonNode root = JsonMapper.builder().build().readTree(manifest);
    JsonNode files = root.has("outputs") ? root.get("outputs") : root.get("files");
    Map<String, String> named = new HashMap<>();
    files.forEach(file -> named.put(file.get("file").asString(), file.get("sha256").asString()));
    return named;
  }

  /** The households' ledgers as one list, in the order of their households. */
  private static String ledgers(Path folder) throws IOException {
    MessageDigest list = WrittenFiles.sha256();
    Path ledgers = folder.resolve("ledgers");
    if (Files.isDirectory(ledgers)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(ledgers)) {
        files =
            walk.filter(Files::isRegularFile)
                .sorted(Comparator.comparing(file -> household(file)))
                .toList();
      }
      for (Path file : files) {
        String hash = WrittenFiles.read(folder, file).sha256();
        String name = ledgers.relativize(file).toString().replace('\\', '/');
        list.update((name + ' ' + hash + '\n').getBytes(StandardCharsets.UTF_8));
      }
    }
    return WrittenFiles.hex(list);
  }

  private static String household(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".csv".length());
  }
}
