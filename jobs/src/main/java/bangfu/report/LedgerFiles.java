package bangfu.report;

import bangfu.database.KeyPages;
import bangfu.ledger.LedgerColumns;
import bangfu.table.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * {@code ledgers/<town>/<household>.csv}: the whole ledger of each household with a line this
 * month, for one range of household numbers; several may work side by side. A month has a hundred
 * thousand of these small files, so each costs one open, one write and one close.
 */
final class LedgerFiles {
  private static final int LINES_PER_RANGE = 25_000;
  private static final String NEXT =
      "select household_no from ledger_line where household_no > ? order by household_no"
          + " limit 1 offset "
          + LINES_PER_RANGE;
  private static final String LINES =
      "select l.household_no, "
          + LedgerColumns.SELECTED
          + ", a.town from ledger_line l left join assessed_household a"
          + " on a.household_no = l.household_no where l.household_no > ? and l.household_no <= ?"
          + " and l.posting_month <= ? order by l.household_no limit ?";
  private static final String AFTER_ALL = "\uFFFF";

  /** Household numbers, the first exclusive, the last inclusive. */
  record Range(String after, String through) {}

  /** Names and hashes of the files of a range, in the order of the households, a line each. */
  record Part(String list, long files) {}

  /** A line, with the town under which the household's file lies. */
  private static final class Line {
    private final String household;
    private final String lineNo;
    private final int month;
    private final String home;
    private final Object[] cells;

    Line(ResultSet row) throws SQLException {
      household = row.getString(1);
      lineNo = row.getString(2);
      month = row.getInt(3);
      home = row.getString(22) == null ? row.getString(5) : row.getString(22);
      cells = LedgerColumns.cells(row, 1);
    }
  }

  private final Month month;
  private final Path folder;
  private final MessageDigest digest = WrittenFiles.sha256();
  private final CsvText text = CsvText.utf8Bom(LedgerColumns.headers());
  private final StringBuilder list = new StringBuilder();
  private final Set<Path> towns = new HashSet<>();
  private final List<Line> household = new ArrayList<>();
  private long files;

  private LedgerFiles(Month month, Path folder) {
    this.month = month;
    this.folder = folder;
  }

  /** Ranges of about equal work that together hold every household of the ledger. */
  static List<Range> ranges(Queries queries) {
    List<Range> ranges = new ArrayList<>();
    String after = "";
    for (String next = queries.text(NEXT, after); next != null; next = queries.text(NEXT, after)) {
      ranges.add(new Range(after, next));
      after = next;
    }
    ranges.add(new Range(after, AFTER_ALL));
    return ranges;
  }

  /** Writes the files of a range. */
  static Part write(KeyPages pages, Month month, Range range, Path folder) {
    LedgerFiles files = new LedgerFiles(month, folder.resolve("ledgers"));
    pages.each(
        LINES,
        range.after(),
        (row, number) -> new Line(row),
        files::line,
        range.through(),
        month.number());
    files.writeHousehold();
    return new Part(files.list.toString(), files.files);
  }

  /** All ranges count as one list of names and hashes. */
  static WrittenFiles.Written listed(List<Part> parts) {
    MessageDigest list = WrittenFiles.sha256();
    parts.forEach(part -> list.update(part.list().getBytes(StandardCharsets.UTF_8)));
    long files = parts.stream().mapToLong(Part::files).sum();
    return new WrittenFiles.Written("ledgers/", WrittenFiles.hex(list), files);
  }

  private void line(Line line) {
    if (!household.isEmpty() && !household.get(0).household.equals(line.household)) {
      writeHousehold();
    }
    household.add(line);
  }

  private void writeHousehold() {
    if (household.stream().anyMatch(line -> line.month == month.number())) {
      household.sort(Comparator.comparing((Line line) -> line.lineNo));
      text.restart();
      household.forEach(line -> text.row(line.cells));
      Line first = household.get(0);
      write(first.home, first.household + ".csv");
    }
    household.clear();
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
