package bangfu.register;

import bangfu.intake.Row;
import java.util.Arrays;

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
    if (version.since() >= sinces[ordinal]) {
      boolean stands = version.state() == FactVersion.State.STANDS;
      sinces[ordinal] = version.since();
      contents[ordinal] = stands ? HashIndex.hash(version.row().content()) : NO_CONTENT;
      marks[ordinal] = unseen(ordinal);
    }
  }

  /**
   * Compares a row of the file; the mark is then {@code UNKNOWN}, {@code SAME}, {@code CHANGED}.
   */
  Mark see(Row row) {
    int ordinal = keys.size() == 0 ? HashIndex.ABSENT : keys.find(row.key());
    if (ordinal == HashIndex.ABSENT) {
      return Mark.UNKNOWN;
    }
    boolean same = contents[ordinal] == HashIndex.hash(row.content());
    marks[ordinal] = same ? Mark.SAME : Mark.CHANGED;
    return marks[ordinal];
  }

  /** Takes {@link #see} back. */
  void withdraw(Row row) {
    int ordinal = keys.find(row.key());
    if (ordinal != HashIndex.ABSENT) {
      marks[ordinal] = unseen(ordinal);
    }
  }

  /** What the file says about a version: {@code UNKNOWN} when it was not the one in force. */
  Mark mark(FactVersion version) {
    int ordinal = keys.find(version.row().key());
    boolean inForce =
        ordinal != HashIndex.ABSENT
            && sinces[ordinal] == version.since()
            && version.state() != FactVersion.State.MOVED;
    return inForce ? marks[ordinal] : Mark.UNKNOWN;
  }

  /** True when a version in force is replaced, or not in the file. */
  boolean needsSecondLook() {
    for (int ordinal = 0; ordinal < keys.size(); ordinal++) {
      if (marks[ordinal] == Mark.ABSENT || marks[ordinal] == Mark.CHANGED) {
        return true;
      }
    }
    return false;
  }

  private Mark unseen(int ordinal) {
    return contents[ordinal] == NO_CONTENT ? Mark.ENDED : Mark.ABSENT;
  }
}
