package bangfu.payment;

import java.util.List;

/** A step of somebody's that must not be taken; nothing was done. */
public abstract class StepRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final Enum<?> why;
  private final List<String> about;

  /**
   * @param what the step is about; with {@code why} it finds the message, which every language has
   * @param about what the message names: numbers, persons, sums
   */
  protected StepRefusedException(String what, Enum<?> why, String... about) {
    super(why + " " + String.join(" ", about));
    this.what = what;
    this.why = why;
    this.about = List.of(about);
  }

  /** Of the message, for example {@code batch.SAME_PERSON}. */
  public String key() {
    return what + '.' + why;
  }

  public List<String> about() {
    return about;
  }
}
