package bangfu.batch;

/** The connection that held the right to run is gone, and with it the right. */
public final class RunLockLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunLockLostException() {
    super("the run lock was lost");
  }
}
