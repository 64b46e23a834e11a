package bangfu.batch;

/** Told how far a job is. */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (stage, done) -> {};

  /** The stages a job passes. */
  enum Stage {
    IMPORT,
    ASSESS,
    PUBLISH,
    WRITE
  }

  /**
   * A stage began, or came further.
   *
   * @param done files, units or lines done so far; 0 at its beginning
   */
  void at(Stage stage, long done);
}
