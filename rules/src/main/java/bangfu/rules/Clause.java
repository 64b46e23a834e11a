package bangfu.rules;

/**
 * A clause of the notice.
 *
 * @param id for example {@code 2.2.4-b}
 * @param title 项目, a few words
 */
public record Clause(String id, Status status, String title) {

  /** What the system does about a clause. */
  public enum Status {
    /** Gives money, or decides who belongs to a target group. */
    COMPUTED,
    /** An entitlement without money. */
    LIST,
    /** Pending until a figure arrives. */
    WAITS,
    /** A report or register, still to come. */
    REPORT,
    /** No effect on the system. */
    NONE;

    /** True for a clause that needs a rule and a case. */
    public boolean needsRule() {
      return this == COMPUTED || this == LIST || this == WAITS;
    }
  }
}
