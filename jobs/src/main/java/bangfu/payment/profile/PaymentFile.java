package bangfu.payment.profile;

import bangfu.table.HashedFile;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A payment file while it is written. Failures of the disk are {@link UncheckedIOException}s, for
 * rows are mostly written inside the callback of a query.
 */
public final class PaymentFile implements AutoCloseable {
  private static final int CHARS_PER_WRITE = 1 << 15;

  private final PaymentLayout layout;
  private final Batch batch;
  private final Line line;
  private final HashedFile file;
  private final StringBuilder lines = new StringBuilder();
  private long rows;
  private long totalFen;

  private PaymentFile(Path path, PaymentLayout layout, Batch batch) {
    this.layout = layout;
    this.batch = batch;
    this.line = new Line(layout.layout());
    this.file = new HashedFile(path);
  }

  /**
   * Begins a file; folders above it are created and an older file is replaced.
   *
   * @param folder of the file, which is named after the batch
   */
  public static PaymentFile create(Path folder, PaymentLayout layout, Batch batch) {
    Path path = folder.resolve(batch.name() + '.' + layout.extension());
    PaymentFile file = new PaymentFile(path, layout, batch);
    file.summary(layout.layout().header());
    if (layout.layout().names()) {
      file.write(layout.layout().headings(), field -> "");
    }
    return file;
  }

  /**
   * Writes a payment.
   *
   * @throws IllegalArgumentException when {@link PaymentCheck} says that it cannot be written
   */
  public void row(PaymentRow row) {
    write(layout.layout().columns(), field -> row.text(field, layout.layout().unit()));
    rows++;
    totalFen = Math.addExact(totalFen, row.amountFen());
  }

  /**
   * Writes the rows behind the payments.
   *
   * @throws IllegalStateException when the payments are not those that the batch names: the rows
   *     that sum them up would be wrong
   */
  public void finish() {
    if (rows != batch.rows() || totalFen != batch.totalFen()) {
      throw new IllegalStateException(
          "expected " + batch + ", but was " + rows + " rows of " + totalFen + " fen");
    }
    summary(layout.layout().trailer());
    flush();
    file.close();
  }

  private void summary(List<List<Cell<SummaryField>>> lines) {
    for (List<Cell<SummaryField>> cells : lines) {
      write(cells, field -> batch.text(field, layout.layout().unit()));
    }
  }

  private <F extends Field> void write(List<Cell<F>> cells, Function<F, String> values) {
    lines.append(line.of(cells, values)).append(layout.lineEnd().text());
    if (lines.length() >= CHARS_PER_WRITE) {
      flush();
    }
  }

  private void flush() {
    try {
      file.write(line.coding().encode(lines.toString()));
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException(e);
    }
    lines.setLength(0);
  }

  /** Payments so far. */
  public long rows() {
    return rows;
  }

  /**
   * SHA-256 of the whole file, lower-case hex.
   *
   * @throws IllegalStateException before {@link #finish}
   */
  public String sha256() {
    return file.sha256();
  }

  /** Closes the file, finished or not. */
  @Override
  public void close() {
    file.close();
  }
}
