package bangfu.register;

import bangfu.intake.Table;

/** A table without which nothing can be assessed has no accepted file. */
public final class NeverDeliveredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Table table;

  NeverDeliveredException(Table table) {
    super("expected an accepted file of " + table + ", but none was ever delivered");
    this.table = table;
  }

  public Table table() {
    return table;
  }
}
