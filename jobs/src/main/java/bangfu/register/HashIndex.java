package bangfu.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import bangfu.intake.Row;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Numbers texts from 0 in the order in which they are added, about 30 bytes each. It keeps hashes
 * of 128 bits instead of texts: among ten million the chance that any two share one is below
 * 10^-24.
 */
final class HashIndex {
  static final int ABSENT = -1;
  private static final int INITIAL_SLOTS = 1 << 10;

  private long[] hashes = new long[2 * INITIAL_SLOTS];
  private int[] ordinals = new int[INITIAL_SLOTS];
  private int size;

  /** The first 64 bits of the hash of a text. */
  static long hash(String text) {
    return hash128(text)[0];
  }

  /** As {@link #hash(String)}, of a row's content: enough to tell two versions of it apart. */
  static long hash(Row row) {
    byte[] content = row.contentBytes();
    return MurmurHash3.hash128x64(content, 0, content.length, 0)[0];
  }

  int size() {
    return size;
  }

  /** The number of a text, a new one when it was not added before. */
  int add(String text) {
    return add(hash128(text));
  }

  /** The number of a text in UTF-8. */
  int add(byte[] text, int from, int length) {
    return add(MurmurHash3.hash128x64(text, from, length, 0));
  }

  private int add(long[] hash) {
    int slot = slot(hash[0], hash[1]);
    if (ordinals[slot] == 0) {
      put(slot, hash);
    }
    int ordinal = ordinals[slot] - 1;
    growIfFull();
    return ordinal;
  }

  /** The number of a text, or {@link #ABSENT}. */
  int find(String text) {
    long[] hash = hash128(text);
    return ordinals[slot(hash[0], hash[1])] - 1;
  }

  private void put(int slot, long[] hash) {
    hashes[2 * slot] = hash[0];
    hashes[2 * slot + 1] = hash[1];
    ordinals[slot] = ++size;
  }

  /** The slot of a hash, or the free one where it belongs. */
  private int slot(long high, long low) {
    int mask = ordinals.length - 1;
    int slot = (int) low & mask;
    while (ordinals[slot] != 0 && (hashes[2 * slot] != high || hashes[2 * slot + 1] != low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void growIfFull() {
    if (size * 3L <= ordinals.length * 2L) {
      return;
    }
    long[] oldHashes = hashes;
    int[] oldOrdinals = ordinals;
    hashes = new long[2 * oldHashes.length];
    ordinals = new int[2 * oldOrdinals.length];
    for (int old = 0; old < oldOrdinals.length; old++) {
      if (oldOrdinals[old] != 0) {
        int slot = slot(oldHashes[2 * old], oldHashes[2 * old + 1]);
        System.arraycopy(oldHashes, 2 * old, hashes, 2 * slot, 2);
        ordinals[slot] = oldOrdinals[old];
      }
    }
  }

  private static long[] hash128(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
  }
}
