package bangfu.ledger;

import bangfu.database.KeyPages;
import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.register.SideBySide;
import bangfu.register.UnitReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The ledger in the order in which units are read, for work that looks at all of them: read once
 * from its first line to its last and laid out by bucket in temporary files. Asked household by
 * household, a ledger of many months is read again and again, for each month has every household.
 * Safe for any thread; the memory holds one bucket for each reader.
 */
public final class LedgerByBucket implements AutoCloseable {
  private static final long LINES_PER_PART = 250_000;

  private static final String QUERY =
      "select line_no, posting_month, "
          + LineColumns.NAMES
          + " from ledger_line"
          + " where line_no > ? and line_no <= ? order by line_no limit ?";

  private final DataSource source;
  private final UnitReader units;
  private final YearMonth month;
  private List<LedgerPart> parts;

  private record Range(long after, long last) {}

  /** The bucket of a household, which many lines in a row have. */
  private static final class LastBucket {
    private final UnitReader units;
    private String household = "";
    private int bucket;

    LastBucket(UnitReader units) {
      this.units = units;
    }

    int of(String asked) {
      if (!asked.equals(household)) {
        household = asked;
        bucket = units.bucket(asked);
      }
      return bucket;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Line(long number, String[] cells) {}

  /**
   * The lines with 过账月份 up to a month, included, as they are when a reader first asks for one.
   *
   * @param units says in which bucket a household is
   */
  public LedgerByBucket(DataSource source, UnitReader units, YearMonth month) {
    this.source = source;
    this.units = units;
    this.month = month;
  }

  private synchronized List<LedgerPart> parts() {
    if (parts == null) {
      KeyPages pages = new KeyPages(source);
      try (SideBySide threads = new SideBySide()) {
        parts = threads.all(ranges(), range -> part(pages, range));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parts;
  }

  private List<Range> ranges() {
    PostedMonths months = new PostedMonths(source);
    List<Range> ranges = new ArrayList<>();
    for (YearMonth posted : months.through(month)) {
      long end = months.lastLine(posted);
      for (long after = LineNumber.before(posted); after < end; after += LINES_PER_PART) {
        ranges.add(new Range(after, Math.min(end, after + LINES_PER_PART)));
      }
    }
    return ranges;
  }

  private LedgerPart part(KeyPages pages, Range range) throws IOException {
    LedgerPart part = new LedgerPart(UnitReader.BUCKETS);
    LastBucket bucket = new LastBucket(units);
    SentLines sent = new SentLines(source, range.after(), range.last());
    pages.each(
        QUERY,
        range.after(),
        (row, number) -> new Line(row.getLong(1), LineColumns.cells(row)),
        line ->
            part.add(
                bucket.of(line.cells()[LineCells.HOUSEHOLD]),
                line.number(),
                keepsPayer(line, sent),
                line.cells()),
        range.last());
    part.finish();
    return part;
  }

  private static boolean keepsPayer(Line line, SentLines sent) {
    return sent.keepsPayer(
        line.number(),
        PayerLevel.valueOf(line.cells()[LineCells.PAYER_LEVEL]),
        PayeeKind.valueOf(line.cells()[LineCells.PAYEE_KIND]),
        Long.parseLong(line.cells()[LineCells.AMOUNT_FEN]));
  }

  /** Does the work on every bucket, side by side, each with a reader for its thread. */
  public void eachBucket(ObjIntConsumer<Reader> work) {
    try (SideBySide threads = new SideBySide()) {
      threads.all(
          IntStream.range(0, UnitReader.BUCKETS).boxed().toList(),
          bucket -> {
            work.accept(reader(), bucket);
            return bucket;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads for one thread. */
  public Reader reader() {
    return new Reader();
  }

  /** Keeps the bucket that was asked for last, for units come bucket by bucket. */
  public final class Reader {
    private int bucket = -1;
    private Map<String, List<LedgerPart.Packed>> lines = Map.of();

    /**
     * The lines of a unit's households, household by household, each in the order of their numbers.
     */
    public List<PostedLine> of(List<String> households) {
      List<PostedLine> ofUnit = new ArrayList<>();
      for (String household : households) {
        read(units.bucket(household));
        lines.getOrDefault(household, List.of()).forEach(line -> ofUnit.add(line.line()));
      }
      return ofUnit;
    }

    private void read(int number) {
      if (number == bucket) {
        return;
      }
      Map<String, List<LedgerPart.Packed>> found = new HashMap<>();
      for (LedgerPart part : parts()) {
        part.read(
            number,
            (household, line) ->
                found.computeIfAbsent(household, h -> new ArrayList<>()).add(line));
      }
      lines = found;
      bucket = number;
    }
  }

  /** Removes the temporary files. */
  @Override
  public synchronized void close() {
    if (parts != null) {
      parts.forEach(LedgerPart::close);
    }
  }
}
