package bangfu.register;

import java.time.LocalDate;

/** New bytes with an as-of day before the newest one; details.md, "Snapshots over time". */
public final class StaleDeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LocalDate asOf;
  private final LocalDate newest;

  StaleDeliveryException(LocalDate asOf, LocalDate newest) {
    super("expected an as-of day of " + newest + " or later, but was " + asOf);
    this.asOf = asOf;
    this.newest = newest;
  }

  /** The as-of day of what was refused. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The newest as-of day in the register. */
  public LocalDate newest() {
    return newest;
  }
}
