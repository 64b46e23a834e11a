package bangfu.register;

import bangfu.intake.Row;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of one table that are in force, while a new file of it is compared with them: about 45
 * bytes each, whatever they hold.
 */
final class KnownRows {

  /** What a file says about a row. */
  enum Mark {
    /** The register does not have the row. */
    UNKNOWN,
    /** In force, and not in the file as far as it was read. */
    ABSENT,
    /** Ended by an earlier decision, and not in the file as far as it was read. */
    ENDED,
    /** In the file with the content in force. */
    SAME,
    /** In the file with other content. */
    CHANGED
  }

  /** The content of an ended row, which equals none. */
  private static final long NO_CONTENT = 0;

  private final HashIndex keys = new HashIndex();
  private long[] contents = new long[1024];
  private int[] sinces = new int[1024];
  private Mark[] marks = new Mark[1024];
  private final BitSet histories = new BitSet();

  /** Adds a version; of several of one row the newest counts. */
  void add(FactVersion version) {
    if (version.state() == FactVersion.State.MOVED) {
      return;
    }
    int ordinal = keys.add(version.row().key());
    if (ordinal == marks.length) {
      contents = Arrays.copyOf(contents, 2 * ordinal);
      sinces = Arrays.copyOf(sinces, 2 * ordinal);
      marks = Arrays.copyOf(marks, 2 * ordinal);
    }
    if (sinces[ordinal] != 0) {
      histories.set(ordinal);
    }
    if (version.since() >= sinces[ordinal]) {
      boolean stands = version.state() == FactVersion.State.STANDS;
      sinces[ordinal] = version.since();
      contents[ordinal] = stands ? HashIndex.hash(version.row()) : NO_CONTENT;
      marks[ordinal] = unseen(ordinal);
    }
  }

  /**
   * Compares a row of the file; the mark is then {@code UNKNOWN}, {@code SAME}, {@code CHANGED}.
   */
  Mark see(Row row) {
    int ordinal = find(row);
    if (ordinal == HashIndex.ABSENT) {
      return Mark.UNKNOWN;
    }
    boolean same = contents[ordinal] == HashIndex.hash(row);
    marks[ordinal] = same ? Mark.SAME : Mark.CHANGED;
    return marks[ordinal];
  }

  /** Takes {@link #see} back; false when the register does not have the row. */
  boolean withdraw(Row row) {
    int ordinal = find(row);
    if (ordinal == HashIndex.ABSENT) {
      return false;
    }
    marks[ordinal] = unseen(ordinal);
    return true;
  }

  /** True when the register has several versions of a row. */
  boolean hasHistory(Row row) {
    int ordinal = find(row);
    return ordinal != HashIndex.ABSENT && histories.get(ordinal);
  }

  /** True when the file brought a version of a row that the register has. */
  boolean wasSeen(Row row) {
    int ordinal = find(row);
    return ordinal != HashIndex.ABSENT
        && (marks[ordinal] == Mark.SAME || marks[ordinal] == Mark.CHANGED);
  }

  /** The number of rows with a mark. */
  long count(Mark mark) {
    long count = 0;
    for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
      count += marks[ordinal] == mark ? 1 : 0;
    }
    return count;
  }

  private int find(Row row) {
    return keys.size() == 0 ? HashIndex.ABSENT : keys.find(row.key());
  }

  /** What the file says about a version: {@code UNKNOWN} when it was not the one in force. */
  Mark mark(FactVersion version) {
    int ordinal = find(version.row());
    boolean inForce =
        ordinal != HashIndex.ABSENT
            && sinces[ordinal] == version.since()
            && version.state() != FactVersion.State.MOVED;
    return inForce ? marks[ordinal] : Mark.UNKNOWN;
  }

  /** True when a version in force is replaced, or not in the file. */
  boolean needsSecondLook() {
    return count(Mark.ABSENT) + count(Mark.CHANGED) > 0;
  }

  private Mark unseen(int ordinal) {
    return contents[ordinal] == NO_CONTENT ? Mark.ENDED : Mark.ABSENT;
  }
}
