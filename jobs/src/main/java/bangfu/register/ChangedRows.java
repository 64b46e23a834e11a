package bangfu.register;

import bangfu.intake.ChangedLines;
import bangfu.intake.FileReport;
import bangfu.intake.Fingerprint;
import bangfu.intake.ReasonCode;
import bangfu.intake.RejectedRow;
import bangfu.intake.Row;
import bangfu.intake.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a file changes of the last accepted one of its table, whose accepted rows are all in force
 * as they stood there. Rows on lines that came again are not looked at.
 */
final class ChangedRows {
  /** A version and the bucket it is in. */
  record Placed(int bucket, FactVersion version) {}

  /** Finds the newest version of each of some keys that the register has. */
  @FunctionalInterface
  interface Lookup {
    Map<String, Placed> find(Set<String> keys);
  }

  private final Map<String, Row> gone = new HashMap<>();
  private final Map<Integer, Row> came = new TreeMap<>();
  private final Map<String, FactVersion> openBefore = new HashMap<>();
  private final Set<String> cameKeys = new HashSet<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private Map<String, Placed> found = Map.of();
  private FileReport report;

  /**
   * Reads what differs.
   *
   * @param open the rows that the last accepted file left open
   */
  void read(ChangedLines lines, Fingerprint fingerprint, Iterable<FactVersion> open)
      throws IOException {
    open.forEach(version -> openBefore.put(version.row().key(), version));
    lines.forEachGone(row -> gone.put(row.key(), row));
    report = lines.read(fingerprint, new Sink());
    came.values().forEach(row -> cameKeys.add(row.key()));
  }

  private final class Sink implements RowSink {
    @Override
    public void accepted(Row row) {
      came.put(row.line(), row);
    }

    @Override
    public void rejected(RejectedRow row) {
      rejected.add(row);
    }

    @Override
    public void withdrawn(Row row) {
      came.remove(row.line());
    }
  }

  /**
   * Looks up what the two files alone do not tell.
   *
   * @return false when a row has the key of one whose line came again, or may have: then the whole
   *     file has to be read, for no order of rows may decide which one stands
   */
  boolean settle(Lookup lookup) {
    if (rejected.stream().anyMatch(ChangedRows::isDuplicate)) {
      return false;
    }
    Set<String> unclear = new HashSet<>();
    came.values().stream().filter(this::mayHaveMoved).forEach(row -> unclear.add(row.key()));
    gone.keySet().stream().filter(key -> !cameKeys.contains(key)).forEach(unclear::add);
    found = unclear.isEmpty() ? Map.of() : lookup.find(unclear);
    return came.values().stream().noneMatch(this::isThereTwice)
        && gone.keySet().stream().allMatch(key -> cameKeys.contains(key) || stands(key));
  }

  private static boolean isDuplicate(RejectedRow row) {
    return row.faults().stream().anyMatch(fault -> fault.code() == ReasonCode.DUPLICATE_KEY);
  }

  /**
   * A row of which the register may have a version elsewhere, or one that is no longer in force.
   */
  private boolean mayHaveMoved(Row row) {
    Row before = before(row.key());
    return before == null || !Objects.equals(before.subject(), row.subject());
  }

  private Row before(String key) {
    FactVersion open = openBefore.get(key);
    return open == null ? gone.get(key) : open.row();
  }

  private boolean isThereTwice(Row row) {
    return before(row.key()) == null && stands(row.key());
  }

  private boolean stands(String key) {
    Placed placed = found.get(key);
    return placed != null && placed.version().state() == FactVersion.State.STANDS;
  }

  FileReport report() {
    return report;
  }

  List<RejectedRow> rejected() {
    return rejected;
  }

  /** The rows whose content is not the one in force, in the order of their lines. */
  List<Row> newVersions() {
    return came.values().stream()
        .filter(row -> before(row.key()) == null || !hasContentOf(before(row.key()), row))
        .toList();
  }

  private static boolean hasContentOf(Row before, Row row) {
    return Arrays.equals(before.contentBytes(), row.contentBytes());
  }

  /** True when the register had a version of the row, in force or ended. */
  boolean isKnown(Row row) {
    return before(row.key()) != null || found.containsKey(row.key());
  }

  /** Where the version in force lies of a row that may have moved; null for others. */
  Placed placeBefore(Row row) {
    return found.get(row.key());
  }

  /** The rows in force that the file does not have. */
  List<FactVersion> absent() {
    List<FactVersion> absent = new ArrayList<>();
    gone.keySet().stream()
        .filter(key -> !cameKeys.contains(key))
        .forEach(key -> absent.add(found.get(key).version()));
    openBefore.forEach(
        (key, version) -> {
          if (!cameKeys.contains(key)) {
            absent.add(version);
          }
        });
    return absent;
  }
}
