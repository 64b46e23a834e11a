package bangfu.rules;

import bangfu.rules.PackException.Expected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a pack that changes the policy of the program: by path, as texts. Two folders with
 * the same files are the same pack, wherever they lie and however their lines end.
 *
 * @param place where they lie, for messages
 * @param texts by path, with {@code /} between folder and name; line ends are {@code \n}
 */
public record PackFolder(String place, Map<String, String> texts) {
  /** The file that every pack has: its title. */
  public static final String PACK = "pack.yaml";

  /** Bytes a file may have. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final Pattern PATH =
      Pattern.compile(
          "pack\\.yaml|clauses\\.yaml|codes\\.yaml|README\\.md"
              + "|[a-z][a-z0-9_]{0,39}/(parameters\\.yaml|rules\\.drl|cases\\.yaml|boundaries\\.yaml|equivalents\\.yaml)");
  private static final String LAYOUT =
      "pack.yaml, clauses.yaml, codes.yaml, README.md,"
          + " <measure>/parameters.yaml, <measure>/rules.drl, <measure>/cases.yaml,"
          + " <measure>/boundaries.yaml, <measure>/equivalents.yaml";

  public PackFolder {
    texts = new TreeMap<>(texts);
  }

  /**
   * Reads a folder; hidden files and folders are no part of it.
   *
   * @throws PackException when it is no folder with a {@code pack.yaml}, or holds another file
   */
  public static PackFolder read(Path folder) {
    if (!Files.isRegularFile(folder.resolve(PACK))) {
      throw new PackException(folder.toString(), 0, "", Expected.FOLDER, "", "");
    }
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (!PATH.matcher(path).matches()) {
        throw new PackException(file.toString(), 0, "", Expected.FILE, LAYOUT, path);
      }
      texts.put(path, text(file));
    }
    return new PackFolder(folder.toString(), texts);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> !isHidden(folder, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw utf8(file);
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw utf8(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PackException utf8(Path file) {
    return new PackException(
        file.toString(), 0, "", Expected.UTF8, Integer.toString(MOST_BYTES), "");
  }

  /** SHA-256 over all files, in the order of their paths; lower-case hex. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((path + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file by path; null when there is none. */
  PolicyFile file(String path) {
    String text = texts.get(path);
    return text == null ? null : new PolicyFile(path, place + '/' + path, text, false);
  }

  /** The folders of measures that it has, sorted. */
  List<String> measures() {
    return texts.keySet().stream()
        .filter(path -> path.contains("/"))
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .toList();
  }
}
