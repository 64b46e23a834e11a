package bangfu.register;

/** A disappearance was confirmed of a row that did not vanish. */
public final class NothingVanishedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  NothingVanishedException(Instructions.Confirmation confirmation) {
    super("no vanished row is meant by " + confirmation);
    this.what = confirmation.toString();
  }

  /** The table, or the table and key. */
  public String what() {
    return what;
  }
}
