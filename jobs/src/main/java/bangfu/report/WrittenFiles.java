package bangfu.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Re-reads what was written: hashes and rows as they are on disk. */
final class WrittenFiles {
  private static final Charset BANK = Charset.forName("GBK");
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
  static List<Written> in(Path folder) {
    List<Written> written = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      written.add(new Written(name, hash(file), name.endsWith(".csv") ? rows(file, name) : 0));
    }
    return written;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.startsWith(folder.resolve("ledgers")) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String hash(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hex(digest);
  }

  private static long rows(Path file, String name) {
    boolean forBank = name.startsWith("bank/") && !isForPeople(name);
    try (CSVParser parser =
        CSVParser.parse(file, forBank ? BANK : StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return Math.max(0, parser.stream().count() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isForPeople(String name) {
    return name.equals("bank/held.csv") || name.equals("bank/detail.csv");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
