package bangfu.intake;

import java.util.List;

/**
 * What became of one delivered file.
 *
 * @param fileName the name in its folder; two names joined by {@code +} when both forms were there
 * @param sha256 of its bytes, lower-case hex
 * @param encoding {@code UTF-8}, {@code UTF-8-BOM}, {@code GB18030} or {@code XLSX}; empty when
 *     refused
 * @param physicalLines lines of the file or rows of the sheet; 0 when refused, as the other counts
 * @param headerLines the header and the lines above it
 * @param unknownColumns headers that the table does not have, in file order
 * @param refusal why nothing of the file was read, in Chinese, or null
 * @param notes other things worth telling, in Chinese
 */
public record FileReport(
    Table table,
    String fileName,
    String sha256,
    long sizeBytes,
    String encoding,
    long physicalLines,
    long headerLines,
    long blankLines,
    long acceptedRows,
    long rejectedRows,
    List<String> unknownColumns,
    String refusal,
    List<String> notes) {

  /**
   * @throws IllegalStateException when the lines do not add up: physical = header + blank +
   *     accepted + rejected
   */
  public FileReport {
    unknownColumns = List.copyOf(unknownColumns);
    notes = List.copyOf(notes);
    if (physicalLines != headerLines + blankLines + acceptedRows + rejectedRows) {
      throw new IllegalStateException(
          "%s: %d lines are not %d header + %d blank + %d accepted + %d rejected"
              .formatted(
                  fileName, physicalLines, headerLines, blankLines, acceptedRows, rejectedRows));
    }
  }

  /** The rows that came, accepted or not. */
  public long rows() {
    return acceptedRows + rejectedRows;
  }

  /** True when nothing of the file was read. */
  public boolean refused() {
    return refusal != null;
  }
}
