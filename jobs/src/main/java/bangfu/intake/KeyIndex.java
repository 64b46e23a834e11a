package bangfu.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Remembers the keys and contents of the rows of one file, about 60 bytes each. It keeps hashes of
 * 128 bits instead of texts: among ten million rows the chance that any two different ones share a
 * hash is below 10^-24.
 */
final class KeyIndex {
  private static final int INITIAL_SLOTS = 1 << 10;

  private long[] keys = new long[2 * INITIAL_SLOTS];
  private long[] contents = new long[2 * INITIAL_SLOTS];
  private int[] lines = new int[INITIAL_SLOTS];
  private int size;
  private boolean sameContent;

  /** The line of the first row with the key of this one, which is its own when the key is new. */
  int firstLine(Row row) {
    long[] key = hash(row.key().getBytes(UTF_8));
    long[] content = hash(row.contentBytes());
    int slot = slot(key[0], key[1]);
    if (lines[slot] == 0) {
      put(slot, key, content, row.line());
      sameContent = true;
      return row.line();
    }
    sameContent = contents[2 * slot] == content[0] && contents[2 * slot + 1] == content[1];
    return lines[slot];
  }

  /** Whether the row last asked for has the content of the first row with its key. */
  boolean sameContent() {
    return sameContent;
  }

  private void put(int slot, long[] key, long[] content, int line) {
    System.arraycopy(key, 0, keys, 2 * slot, 2);
    System.arraycopy(content, 0, contents, 2 * slot, 2);
    lines[slot] = line;
    size++;
    if (size * 3L > lines.length * 2L) {
      grow();
    }
  }

  /** The slot of a key, or the free one where it belongs. */
  private int slot(long high, long low) {
    int mask = lines.length - 1;
    int slot = (int) low & mask;
    while (lines[slot] != 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldContents = contents;
    int[] oldLines = lines;
    keys = new long[2 * oldKeys.length];
    contents = new long[2 * oldContents.length];
    lines = new int[2 * oldLines.length];
    for (int old = 0; old < oldLines.length; old++) {
      if (oldLines[old] != 0) {
        int slot = slot(oldKeys[2 * old], oldKeys[2 * old + 1]);
        System.arraycopy(oldKeys, 2 * old, keys, 2 * slot, 2);
        System.arraycopy(oldContents, 2 * old, contents, 2 * slot, 2);
        lines[slot] = oldLines[old];
      }
    }
  }

  private static long[] hash(byte[] bytes) {
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
  }
}
