package bangfu.register;

import bangfu.intake.Table;

/** Hears how far an import is. */
@FunctionalInterface
public interface ProgressListener {
  /** Told now and then, and at the end of each file. */
  void progressed(Table table, long rowsRead);

  /** Hears nothing. */
  static ProgressListener none() {
    return (table, rowsRead) -> {};
  }
}
