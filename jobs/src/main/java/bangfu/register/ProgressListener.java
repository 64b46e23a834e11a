package bangfu.register;

/** Hears how far an import is. Safe for any thread. */
@FunctionalInterface
public interface ProgressListener {
  /** Told now and then, and at the end of each file: how many more rows were read. */
  void read(long rows);

  /** Hears nothing. */
  static ProgressListener none() {
    return rows -> {};
  }
}
