package bangfu.register;

import bangfu.database.Compressor;
import bangfu.intake.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sorts the versions that a delivery brings of one table into pages by bucket, which stay in memory
 * (about a fifth of the file) until the whole file is known to be good. Not for two threads at
 * once.
 */
final class PageWriter implements AutoCloseable {
  /** Of text; a page is about a fifth of it. */
  private static final int PAGE_BYTES = 1 << 17;

  /**
   * A finished page.
   *
   * @param bucket where it belongs
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Page(int bucket, byte[] content) {}

  private final Table table;
  private final int delivery;
  private final long bytes;
  private final FactPage.Text[] open = new FactPage.Text[Homes.ALL_BUCKETS];
  private final List<Page> pages = new ArrayList<>();
  private final Compressor compressor;

  /**
   * A writer without pages.
   *
   * @param bytes of the file that the rows come from
   */
  PageWriter(Table table, int delivery, long bytes) {
    this.table = table;
    this.delivery = delivery;
    this.bytes = bytes;
    this.compressor = new Compressor(bytes);
  }

  Table table() {
    return table;
  }

  /** Bytes of the file that the rows come from. */
  long bytes() {
    return bytes;
  }

  void add(int bucket, FactVersion version) {
    if (open[bucket] == null) {
      open[bucket] = new FactPage.Text();
    }
    open[bucket].add(version);
    if (open[bucket].bytes() >= PAGE_BYTES) {
      finish(bucket);
    }
  }

  private void finish(int bucket) {
    pages.add(new Page(bucket, open[bucket].compressed(compressor)));
  }

  /** All pages, by bucket only within the order in which they were filled. */
  List<Page> finish() {
    for (int bucket = 0; bucket < open.length; bucket++) {
      if (open[bucket] != null && open[bucket].bytes() > 0) {
        finish(bucket);
      }
    }
    return pages;
  }

  /** Gives out all that was added. */
  void forEach(Consumer<FactVersion> consumer) {
    for (Page page : finish()) {
      FactPage.read(table, delivery, page.content(), consumer);
    }
  }

  /** Takes back everything. */
  void clear() {
    finish();
    pages.clear();
  }

  /** Takes back what was added of some lines of the file. */
  void remove(BitSet lines) {
    List<Page> all = List.copyOf(finish());
    pages.clear();
    for (Page page : all) {
      FactPage.read(
          table,
          delivery,
          page.content(),
          version -> {
            if (!lines.get(version.row().line())) {
              add(page.bucket(), version);
            }
          });
    }
  }

  @Override
  public void close() {
    compressor.close();
  }
}
