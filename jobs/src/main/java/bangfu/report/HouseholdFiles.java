package bangfu.report;

import bangfu.assess.AssessedHousehold;
import bangfu.assess.AssessedRows;
import bangfu.database.KeyPages;
import bangfu.rules.Policy;
import bangfu.table.CsvFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All files that need the whole ledger household by household, in one pass over it: the households'
 * ledgers, households.csv and summary.csv. The pass goes by ranges of household numbers, which may
 * be {@linkplain #read read} side by side and are {@linkplain #add added} in their order.
 */
final class HouseholdFiles implements AutoCloseable {
  private static final int HOUSEHOLDS_PER_RANGE = 1_000;
  private static final String AFTER_ALL = "\uFFFF";

  /** Not by line_no: a condition on it makes H2 read the primary key, and so the whole ledger. */
  private static final String LINES =
      "select "
          + HouseholdLine.SELECTED
          + " from ledger_line l where l.household_no > ? and l.household_no <= ?"
          + " and l.posting_month <= ? order by l.household_no limit ?";

  /**
   * Household numbers, the first exclusive, the last inclusive.
   *
   * @param shown the households that the last assessment knew there, by number
   */
  record Range(String after, String through, Map<String, AssessedHousehold> shown) {}

  /** What a range adds. */
  record Part(LedgerFiles ledgers, List<Object[]> households, SummarySums sums) {}

  private final KeyPages pages;
  private final Month month;
  private final Path folder;
  private final CsvFile households;
  private final SummarySums sums;
  private final MessageDigest ledgers = WrittenFiles.sha256();
  private long ledgerFiles;

  HouseholdFiles(KeyPages pages, Month month, Path folder) {
    this.pages = pages;
    this.month = month;
    this.folder = folder;
    this.households = HouseholdSums.file(folder);
    this.sums = new SummarySums(month);
  }

  /** Ranges that together hold every household of the ledger, made as they are asked for. */
  static Stream<Range> ranges(AssessedRows assessed) {
    Iterator<Range> ranges = ranges(assessed.households());
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(ranges, Spliterator.ORDERED), false);
  }

  private static Iterator<Range> ranges(Iterator<AssessedHousehold> households) {
    return new Iterator<>() {
      private String after = "";

      @Override
      public boolean hasNext() {
        return !after.equals(AFTER_ALL);
      }

      @Override
      public Range next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Map<String, AssessedHousehold> shown = new HashMap<>();
        String last = AFTER_ALL;
        while (households.hasNext() && shown.size() < HOUSEHOLDS_PER_RANGE) {
          AssessedHousehold household = households.next();
          last = household.number();
          shown.put(last, household);
        }
        Range range = new Range(after, households.hasNext() ? last : AFTER_ALL, shown);
        after = range.through();
        return range;
      }
    };
  }

  /** Reads the ledger of a range and writes the ledgers of its households. */
  Part read(Range range) {
    Part part = new Part(new LedgerFiles(month, folder), new ArrayList<>(), new SummarySums(month));
    List<HouseholdLine> lines = new ArrayList<>();
    pages.each(
        LINES,
        range.after(),
        (row, number) -> HouseholdLine.of(row),
        line -> {
          if (!lines.isEmpty() && !lines.get(0).household().equals(line.household())) {
            household(lines, range, part);
          }
          lines.add(line);
        },
        range.through(),
        month.number());
    if (!lines.isEmpty()) {
      household(lines, range, part);
    }
    return part;
  }

  private void household(List<HouseholdLine> lines, Range range, Part part) {
    lines.sort(Comparator.comparingLong(HouseholdLine::number));
    HouseholdLine first = lines.get(0);
    AssessedHousehold shown = range.shown().get(first.household());
    part.ledgers().write(lines, shown == null ? first.town() : shown.town());
    part.households().add(HouseholdSums.row(lines, shown, month));
    part.sums().addHousehold(lines);
    lines.clear();
  }

  /** Adds the next range. */
  void add(Part part) {
    ledgers.update(part.ledgers().list().getBytes(StandardCharsets.UTF_8));
    ledgerFiles += part.ledgers().files();
    part.households().forEach(households::row);
    sums.add(part.sums());
  }

  /** Writes what rests on all households. */
  void finish(Policy policy) {
    households.close();
    sums.write(policy, folder);
  }

  /** The households' ledgers as one list. */
  WrittenFiles.Written ledgers() {
    return new WrittenFiles.Written("ledgers/", WrittenFiles.hex(ledgers), ledgerFiles);
  }

  @Override
  public void close() {
    households.close();
  }
}
