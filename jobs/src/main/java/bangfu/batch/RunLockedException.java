package bangfu.batch;

import bangfu.database.Holder;
import java.util.Optional;

/** Somebody else runs in this database; two at once never do. */
public final class RunLockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Holder holder;

  RunLockedException(Holder holder) {
    super("another run has the run lock");
    this.holder = holder;
  }

  /** Who runs; empty in the moment before it said so. */
  public Optional<Holder> holder() {
    return Optional.ofNullable(holder);
  }
}
