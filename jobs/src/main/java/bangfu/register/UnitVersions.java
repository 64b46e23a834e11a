package bangfu.register;

import java.util.List;
import java.util.SortedSet;

/**
 * A unit of assessment with all that was ever said about it. Its households are those linked by the
 * newest delivery; assessing more households together than an earlier delivery had linked changes
 * nothing, for what was not linked does not influence one another.
 */
public final class UnitVersions {
  private final String unit;
  private final List<String> households;
  private final BucketUnits bucket;

  UnitVersions(String unit, List<String> households, BucketUnits bucket) {
    this.unit = unit;
    this.households = List.copyOf(households);
    this.bucket = bucket;
  }

  /** Its smallest household number. */
  public String unit() {
    return unit;
  }

  /** As {@link UnitRows#households}. */
  public List<String> households() {
    return households;
  }

  /** The unit as the register knew it at a delivery. */
  public UnitRows at(int delivery) {
    return new UnitRows(unit, households, bucket.rowsOf(households, delivery));
  }

  /** The deliveries that said anything new about it. */
  public SortedSet<Integer> deliveries() {
    return bucket.deliveriesOf(households);
  }

  /** What changed of its rows from one delivery to another, by table and key. */
  public List<RowChange> changes(int before, int after) {
    return RowChanges.between(bucket.rowsOf(households, before), bucket.rowsOf(households, after));
  }
}
