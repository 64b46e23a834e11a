package bangfu.payment;

import java.util.List;

/** A batch asks for money that no budget covers; nothing of it is approved. */
public final class OverBudgetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Budget.Excess> excess;

  public OverBudgetException(List<Budget.Excess> excess) {
    super("over budget: " + excess.size());
    this.excess = List.copyOf(excess);
  }

  /** What is not covered, at least one. */
  public List<Budget.Excess> excess() {
    return excess;
  }
}
