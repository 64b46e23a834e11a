package bangfu.simulate;

import bangfu.ledger.LedgerLine;
import java.util.Comparator;

/**
 * What costs are added up by.
 *
 * @param year of the day on which the sums accrued
 * @param town 镇街代码 of the filing town
 * @param payerLevel name of the level
 * @param payerTown code of the paying town; empty unless the level is the town
 */
public record Cost(
    int year, String clause, String town, String payerLevel, String payerTown, String fund)
    implements Comparable<Cost> {
  private static final Comparator<Cost> ORDER =
      Comparator.comparingInt(Cost::year)
          .thenComparing(Cost::clause)
          .thenComparing(Cost::town)
          .thenComparing(Cost::payerLevel)
          .thenComparing(Cost::payerTown)
          .thenComparing(Cost::fund);

  static Cost of(LedgerLine line) {
    return new Cost(
        line.accruedOn().getYear(),
        line.key().clause(),
        line.town(),
        line.key().payer().level().name(),
        line.key().payer().town(),
        line.key().payer().fund());
  }

  @Override
  public int compareTo(Cost other) {
    return ORDER.compare(this, other);
  }
}
