package bangfu.rules;

import java.util.Set;

/**
 * A clause of the notice.
 *
 * @param id for example {@code 2.2.4-b}
 * @param title 项目, a few words
 * @param fund 资金代码 of a clause that names its payers itself; null = payer rules name them
 * @param restsOn tables that a clause of a pack needs: while one was never delivered, it is
 *     undecided; empty for the clauses of the program, whose tables name them
 * @param place the file and line it is written in
 */
public record Clause(
    String id,
    Status status,
    String title,
    String fund,
    Set<String> restsOn,
    ClauseWords words,
    String place) {

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
