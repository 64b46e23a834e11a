package bangfu.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a run works out and a later step reads once, in order: rows of texts, written by several
 * threads in sorted runs and merged when they are read. Some hundred rows lie in one row of the
 * table assessed_page: a row each, with its indexes, was the dearest part of a run.
 */
public final class SortedPages {
  private static final int BYTES_PER_PAGE = 1 << 17;
  private static final int INITIAL_BYTES = 1 << 12;
  private static final byte[] NOTHING = {};

  /**
   * Few enough to be garbage while it is cheap. While runs are merged each takes about 400 KiB: 200
   * MiB for five million rows.
   */
  private static final int ROWS_PER_RUN = 10_000;

  private static final int RUNS_PER_WRITER = 10_000;

  private final JdbcTemplate jdbc;
  private final BulkInsert insert;
  private final String kind;
  private final Comparator<String[]> order;

  /**
   * The rows of one kind.
   *
   * @param kind at most 10 characters
   * @param order of the rows; cells may be null
   */
  public SortedPages(DataSource source, String kind, Comparator<String[]> order) {
    this.jdbc = new JdbcTemplate(source);
    this.insert = new BulkInsert(source, "assessed_page");
    this.kind = kind;
    this.order = order;
  }

  /** Forgets all rows of the kind. */
  public void clear() {
    jdbc.update("delete from assessed_page where kind = ?", kind);
  }

  public long rows() {
    Long rows =
        jdbc.queryForObject(
            "select sum(row_count) from assessed_page where kind = ?", Long.class, kind);
    return rows == null ? 0 : rows;
  }

  /**
   * Takes rows from one thread.
   *
   * @param number of the writer, from 0, used by no other since the last {@link #clear}
   */
  public Writer writer(int number) {
    return new Writer(number * RUNS_PER_WRITER);
  }

  /** Rows of one thread, in any order; in the database once {@link #finish} has returned. */
  public final class Writer {
    private final List<String[]> rows = new ArrayList<>();
    private ByteBuffer text = ByteBuffer.allocate(INITIAL_BYTES);
    private int run;

    private Writer(int firstRun) {
      this.run = firstRun;
    }

    public void add(String[] row) {
      rows.add(row);
      if (rows.size() == ROWS_PER_RUN) {
        finish();
      }
    }

    /** Writes what was added. */
    public void finish() {
      rows.sort(order);
      List<Object[]> pages = new ArrayList<>();
      try (Compressor compressor = Compressor.ofWhatIsWorkedOut()) {
        int first = 0;
        for (int next = 0; next < rows.size(); ) {
          write(rows.get(next++));
          if (text.position() >= BYTES_PER_PAGE || next == rows.size()) {
            pages.add(
                new Object[] {kind, run, pages.size(), next - first, compressor.compress(text)});
            text.clear();
            first = next;
          }
        }
      }
      insert.insert(pages);
      rows.clear();
      run++;
    }

    private void write(String[] row) {
      reserve(1);
      text.put((byte) row.length);
      for (String cell : row) {
        byte[] bytes = cell == null ? NOTHING : cell.getBytes(UTF_8);
        reserve(Integer.BYTES + bytes.length);
        text.putInt(cell == null ? -1 : bytes.length).put(bytes);
      }
    }

    private void reserve(int bytes) {
      if (text.remaining() < bytes) {
        text = ByteBuffer.allocate(2 * (text.capacity() + bytes)).put(text.flip());
      }
    }
  }

  /** Hands over all rows in order, a page of each run in memory. */
  public void forEach(Consumer<String[]> consumer) {
    iterator().forEachRemaining(consumer);
  }

  /** As {@link #forEach}, but each of several rows with the same cells once. */
  public void forEachOnce(Consumer<String[]> consumer) {
    String[][] last = {null};
    forEach(
        row -> {
          if (!Arrays.equals(row, last[0])) {
            consumer.accept(row);
          }
          last[0] = row;
        });
  }

  /** All rows in order, a page of each run in memory. */
  public Iterator<String[]> iterator() {
    PriorityQueue<Run> runs = new PriorityQueue<>((a, b) -> order.compare(a.row, b.row));
    jdbc.queryForList(
            "select distinct run_no from assessed_page where kind = ? order by run_no",
            Integer.class,
            kind)
        .forEach(number -> runs.add(new Run(number)));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !runs.isEmpty();
      }

      @Override
      public String[] next() {
        if (runs.isEmpty()) {
          throw new NoSuchElementException();
        }
        Run least = runs.poll();
        String[] row = least.row;
        if (least.advance()) {
          runs.add(least);
        }
        return row;
      }
    };
  }

  /** A sorted run while it is read; it has a row. */
  private final class Run {
    private final int number;
    private int page;
    private Iterator<String[]> rows;
    private String[] row;

    Run(int number) {
      this.number = number;
      this.rows = page();
      this.row = rows.next();
    }

    boolean advance() {
      if (!rows.hasNext()) {
        rows = page();
      }
      row = rows.hasNext() ? rows.next() : null;
      return row != null;
    }

    private Iterator<String[]> page() {
      return jdbc
          .query(
              "select row_count, content from assessed_page"
                  + " where kind = ? and run_no = ? and page_no = ?",
              (cursor, i) -> rows(cursor.getBytes(2), cursor.getInt(1)),
              kind,
              number,
              page++)
          .stream()
          .findFirst()
          .orElse(List.of())
          .iterator();
    }
  }

  private static List<String[]> rows(byte[] page, int count) {
    ByteBuffer text = ByteBuffer.wrap(Compressed.text(page));
    List<String[]> rows = new ArrayList<>(count);
    while (text.hasRemaining()) {
      String[] row = new String[text.get()];
      for (int i = 0; i < row.length; i++) {
        int length = text.getInt();
        if (length >= 0) {
          row[i] = new String(text.array(), text.position(), length, UTF_8);
          text.position(text.position() + length);
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
