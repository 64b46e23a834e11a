package bangfu.cli;

/** What the program's end says to the shell. */
final class ExitCodes {
  /** Done. */
  static final int DONE = 0;

  /** Failed; nothing half-written. */
  static final int FAILED = 1;

  /** Wrong usage. */
  static final int WRONG_USAGE = 2;

  /** Done, but input defects were set aside: see rejects/ and quality.csv. */
  static final int DONE_WITH_DEFECTS = 3;

  private ExitCodes() {}
}
