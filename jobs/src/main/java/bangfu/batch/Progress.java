package bangfu.batch;

import java.util.Map;

/** Told how far a job is. */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (stage, done) -> {};

  /** The stages a job passes. */
  enum Stage {
    IMPORT,
    CHECK,
    ASSESS,
    PUBLISH,
    WRITE
  }

  /**
   * A stage began, or came further.
   *
   * @param done rows read or units assessed so far; 0 at its beginning
   */
  void at(Stage stage, long done);

  /**
   * A step ended.
   *
   * @param counts what it did, in the order to tell it
   */
  default void done(String step, long millis, Map<String, Long> counts) {}
}
