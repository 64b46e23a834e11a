package bangfu.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The reading of one file: a first pass over all lines, and a second one over the duplicates when
 * there are any, for which of several rows with one key stands is known only at the end.
 */
final class FileReading {
  private final DeliveredFile file;
  private final Fingerprint fingerprint;
  private final LineSource source;
  private final RowSink sink;
  private final Duplicates duplicates = new Duplicates();
  private final List<Fault> faults = new ArrayList<>();
  private long blankLines;
  private long acceptedRows;
  private long rejectedRows;

  FileReading(DeliveredFile file, Fingerprint fingerprint, LineSource source, RowSink sink) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.source = source;
    this.sink = sink;
  }

  /**
   * Reads all lines of the source.
   *
   * @param otherRows rows of the file that are accepted without a look at their lines, which the
   *     source leaves out
   */
  FileReport run(long otherRows) throws IOException {
    acceptedRows = otherRows;
    try (LineCursor lines = source.open()) {
      Header header = HeaderSearch.in(lines, file.table()).header();
      RowMapper mapper = new RowMapper(file.table(), header);
      while (lines.next()) {
        readLine(lines, mapper);
      }
      if (!duplicates.isEmpty()) {
        rejectDuplicates();
      }
      return report(lines, header);
    }
  }

  private void readLine(LineCursor line, RowMapper mapper) {
    if (line.isBlank()) {
      blankLines++;
      return;
    }
    Row row = mapper.map(line, faults);
    if (row == null) {
      reject(line, mapper.key(line));
    } else if (duplicates.isFirst(row)) {
      sink.accepted(row);
      acceptedRows++;
    }
  }

  private void reject(LineCursor line, String key) {
    sink.rejected(new RejectedRow(line.number(), line.raw(), faults, key));
    rejectedRows++;
    faults.clear();
  }

  private void rejectDuplicates() throws IOException {
    try (LineCursor lines = source.open()) {
      RowMapper mapper = new RowMapper(file.table(), HeaderSearch.in(lines, file.table()).header());
      while (lines.next()) {
        if (duplicates.concern(lines.number())) {
          Row row = sameAgain(mapper.map(lines, faults));
          faults.add(duplicates.fault(row));
          withdrawIfAccepted(row);
          reject(lines, row.key());
        }
      }
    }
  }

  private Row sameAgain(Row row) throws IOException {
    if (row == null) {
      throw new IOException(file.fileName() + ": the file changed while it was read");
    }
    return row;
  }

  private void withdrawIfAccepted(Row row) {
    if (duplicates.wasAccepted(row.line())) {
      sink.withdrawn(row);
      acceptedRows--;
    }
  }

  private FileReport report(LineCursor lines, Header header) {
    return new FileReport(
        file.table(),
        file.fileName(),
        fingerprint.sha256(),
        fingerprint.sizeBytes(),
        lines.encoding(),
        lines.number(),
        header.lines(),
        blankLines,
        acceptedRows,
        rejectedRows,
        header.unknownColumns(),
        null,
        lines.notes());
  }
}
