package bangfu.register;

import bangfu.intake.Table;

/**
 * What became of a row between two deliveries.
 *
 * @param before as known at the earlier one; null = not in force then
 * @param after as known at the later one; null = not in force any more
 */
public record RowChange(StoredRow before, StoredRow after) {

  public Table table() {
    return either().row().table();
  }

  /** The row's key, as in {@link bangfu.intake.Row#key}. */
  public String key() {
    return either().row().key();
  }

  /** Whom the row is about; null for nobody in particular. */
  public String subject() {
    return either().row().subject();
  }

  private StoredRow either() {
    return after != null ? after : before;
  }
}
