package bangfu.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads one delivered file into rows and rejects; details.md, "Files". Safe for any thread. */
public final class TableReader {

  /**
   * Streams the file into the sink. Memory grows with the number of rows only by the index of their
   * keys.
   *
   * <p>When the report says {@link FileReport#refused()}, nothing of the file counts, and whatever
   * the sink was given before must be dropped: that a sheet is broken may show on its last row.
   *
   * @throws IOException when the file cannot be read from its disk
   */
  public FileReport read(DeliveredFile file, RowSink sink) throws IOException {
    return read(file, Fingerprint.of(file.paths()), sink);
  }

  /** As {@link #read(DeliveredFile, RowSink)}, when the fingerprint of the bytes is known. */
  public FileReport read(DeliveredFile file, Fingerprint fingerprint, RowSink sink)
      throws IOException {
    if (file.inBothForms()) {
      return refused(file, fingerprint, "同时送来几个文件（" + file.fileName() + "），无法确定以哪个为准；都退回");
    }
    try {
      return new FileReading(file, fingerprint, source(file), sink).run(0);
    } catch (RefusedFileException refusal) {
      return refused(file, fingerprint, refusal.getMessage());
    }
  }

  private static LineSource source(DeliveredFile file) throws IOException {
    Path path = file.paths().get(0);
    if (path.getFileName().toString().endsWith(".xlsx")) {
      return () -> XlsxLines.open(path);
    }
    TextEncoding encoding = TextEncoding.of(path, file.table());
    return () -> new CsvLines(path, encoding);
  }

  private static FileReport refused(DeliveredFile file, Fingerprint fingerprint, String reason) {
    return new FileReport(
        file.table(),
        file.fileName(),
        fingerprint.sha256(),
        fingerprint.sizeBytes(),
        "",
        0,
        0,
        0,
        0,
        0,
        List.of(),
        reason,
        List.of());
  }
}
