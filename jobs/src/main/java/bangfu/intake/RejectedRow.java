package bangfu.intake;

import java.util.List;

/**
 * A line that was not accepted, with every reason.
 *
 * @param line the physical line or sheet row, from 1
 * @param raw the line's bytes without its line end; for a sheet row its cells as a line of UTF-8
 *     CSV
 * @param faults at least one, in column order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per line would cost
public record RejectedRow(int line, byte[] raw, List<Fault> faults) {

  public RejectedRow {
    faults = List.copyOf(faults);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("line " + line + ": a rejected row has a reason");
    }
  }

  @Override
  public String toString() {
    return faults.toString();
  }
}
