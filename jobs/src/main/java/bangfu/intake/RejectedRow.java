package bangfu.intake;

import java.util.List;

/**
 * A line that was not accepted, with every reason.
 *
 * @param line the physical line or sheet row, from 1
 * @param raw the line's bytes without its line end; for a sheet row its cells as a line of UTF-8
 *     CSV
 * @param faults at least one, in column order
 * @param key the key that the line names, or null when it cannot be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per line would cost
public record RejectedRow(int line, byte[] raw, List<Fault> faults, String key) {

  public RejectedRow {
    faults = List.copyOf(faults);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("line " + line + ": a rejected row has a reason");
    }
  }

  /** A line as the register kept it, without its key. */
  public RejectedRow(int line, byte[] raw, List<Fault> faults) {
    this(line, raw, faults, null);
  }

  @Override
  public String toString() {
    return faults.toString();
  }
}
