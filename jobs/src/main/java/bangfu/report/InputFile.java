package bangfu.report;

/**
 * A delivered file as the manifest shows it.
 *
 * @param delivery the delivery that brought it
 * @param status ACCEPTED, SUPPLEMENT or REFUSED
 * @param held accepted rows that a blocking check names
 */
public record InputFile(
    String table,
    int delivery,
    String fileName,
    String sha256,
    String status,
    long physicalLines,
    long headerLines,
    long blankLines,
    long acceptedRows,
    long rejectedRows,
    long held) {

  /** The identity that must hold for a file that was read: every physical line is accounted for. */
  boolean identityHolds() {
    return status.equals("REFUSED")
        || physicalLines == headerLines + blankLines + acceptedRows + rejectedRows;
  }
}
