package bangfu.report;

import bangfu.ledger.LedgerColumns;
import bangfu.table.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * {@code ledgers/<town>/<household>.csv}: the whole ledger of each household with a line this
 * month. A month has a hundred thousand of these small files, so each costs one open, one write and
 * one close. Not for two threads at once, but several may work side by side.
 */
final class LedgerFiles {
  private final Month month;
  private final Path folder;
  private final MessageDigest digest = WrittenFiles.sha256();
  private final CsvText text = CsvText.utf8Bom(LedgerColumns.headers());
  private final StringBuilder list = new StringBuilder();
  private final Set<Path> towns = new HashSet<>();
  private long files;

  /**
   * Files of a month.
   *
   * @param folder of the month
   */
  LedgerFiles(Month month, Path folder) {
    this.month = month;
    this.folder = folder.resolve("ledgers");
  }

  /** Names and hashes of the files written so far, in their order, a line each. */
  String list() {
    return list.toString();
  }

  /** How many files were written so far. */
  long files() {
    return files;
  }

  /**
   * Writes the file of a household, unless it has no line this month.
   *
   * @param lines all its lines through the month, by number, at least one
   * @param town under which it lies
   */
  void write(List<HouseholdLine> lines, String town) {
    if (lines.stream().noneMatch(line -> line.month() == month.number())) {
      return;
    }
    text.restart();
    lines.forEach(line -> text.row(line.cells()));
    write(town, lines.get(0).household() + ".csv");
  }

  private void write(String town, String name) {
    ByteBuffer bytes = text.bytes();
    digest.update(bytes.duplicate());
    try {
      Path home = folder.resolve(town);
      if (towns.add(home)) {
        Files.createDirectories(home);
      }
      try (FileChannel file =
          FileChannel.open(
              home.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    list.append(town).append('/').append(name).append(' ').append(hash).append('\n');
    files++;
  }
}
