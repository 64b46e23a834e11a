package bangfu.register;

import java.util.List;

/** Tables lost so many rows that nothing of the delivery was taken in. */
public final class ShrunkDeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Shrinkage> tables;

  ShrunkDeliveryException(List<Shrinkage> tables) {
    super("tables shrank by more than 5%: " + tables);
    this.tables = List.copyOf(tables);
  }

  public List<Shrinkage> tables() {
    return tables;
  }
}
