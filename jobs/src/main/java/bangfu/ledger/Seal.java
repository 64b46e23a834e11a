package bangfu.ledger;

/**
 * A seal over some lines of the ledger; see {@link Seals}.
 *
 * @param number from 1, without gaps
 * @param lastLineNo the last line it covers; the first is the one after the seal before
 * @param lines how many it covers
 * @param hash SHA-256 in hex
 */
public record Seal(int number, long lastLineNo, int lines, String hash) {
  /** Before the first one. */
  static final Seal NONE = new Seal(0, 0, 0, "");
}
