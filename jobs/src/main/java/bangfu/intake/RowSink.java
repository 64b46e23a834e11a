package bangfu.intake;

/**
 * Takes the rows of one file as they are read. Rows come in the order of their lines, except that
 * duplicates, known only at the end, come last.
 */
public interface RowSink {
  /** A row that fits its table. It may still be withdrawn. */
  void accepted(Row row);

  /** A line that does not. */
  void rejected(RejectedRow row);

  /**
   * A row accepted before, contradicted by a later one with its key, is taken back; {@link
   * #rejected} follows for the same line.
   */
  void withdrawn(Row row);
}
