package bangfu.payment.profile;

import bangfu.intake.Fault;
import java.util.List;

/**
 * A line of an answer that says nothing that can be relied on.
 *
 * @param line the physical line, from 1
 * @param raw the line's bytes without its end
 * @param faults at least one, in the order of the columns
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record RefusedLine(int line, byte[] raw, List<Fault> faults) {
  public RefusedLine {
    faults = List.copyOf(faults);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("line " + line + ": a refused line has a reason");
    }
  }

  @Override
  public String toString() {
    return faults.toString();
  }
}
