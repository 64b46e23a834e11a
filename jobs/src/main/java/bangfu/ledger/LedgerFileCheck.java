package bangfu.ledger;

import bangfu.table.CsvText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether a month's ledger.csv says what the database says, line by line and byte by byte. */
public final class LedgerFileCheck {
  private final DataSource source;

  public LedgerFileCheck(DataSource source) {
    this.source = source;
  }

  /**
   * Reads the file beside the ledger.
   *
   * @param folder of the month
   * @param unfinished true when the month's last run did not come to its end: then the newest lines
   *     may be missing in the file
   * @return the number of the first line that differs, or the file's name when it is missing, has
   *     another header or more than the lines of the ledger; empty when all agree
   */
  public Optional<String> firstDifference(YearMonth month, Path folder, boolean unfinished) {
    Path path = folder.resolve(LedgerFile.NAME);
    if (!Files.exists(path)) {
      return Optional.of(LedgerFile.NAME);
    }
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
      Comparison comparison = new Comparison(file, unfinished);
      new LedgerFile(source).forEach(month, comparison::add);
      return comparison.result();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Walks through the file as the database's lines come. */
  private static final class Comparison {
    private final InputStream file;
    private final boolean mayLackLines;
    private final CsvText expected = CsvText.utf8Bom(LedgerColumns.headers());
    private String difference;
    private boolean ended;

    Comparison(InputStream file, boolean mayLackLines) throws IOException {
      this.file = file;
      this.mayLackLines = mayLackLines;
      if (!hasExpected()) {
        difference = LedgerFile.NAME;
      }
    }

    void add(LedgerFile.Line line) {
      if (difference != null || ended) {
        return;
      }
      try {
        ended = mayLackLines && isAtEnd();
        expected.clear();
        expected.row(line.cells());
        if (!ended && !hasExpected()) {
          difference = line.cells()[0].toString();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private boolean isAtEnd() throws IOException {
      file.mark(1);
      int next = file.read();
      file.reset();
      return next < 0;
    }

    private boolean hasExpected() throws IOException {
      ByteBuffer bytes = expected.bytes();
      return ByteBuffer.wrap(file.readNBytes(bytes.remaining())).equals(bytes);
    }

    Optional<String> result() throws IOException {
      return difference == null && !isAtEnd()
          ? Optional.of(LedgerFile.NAME)
          : Optional.ofNullable(difference);
    }
  }
}
