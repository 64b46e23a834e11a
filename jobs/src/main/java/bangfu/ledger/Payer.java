package bangfu.ledger;

import bangfu.engine.claim.PayerLevel;

/**
 * Who pays a line.
 *
 * @param town code of the paying town; empty unless the level is {@link PayerLevel#TOWN}
 * @param fund 资金代码; empty when the level is {@link PayerLevel#UNSPECIFIED}
 */
public record Payer(PayerLevel level, String town, String fund) {
  /** No payer rule yet: such a line never leaves (reading D50). */
  public static final Payer NONE = new Payer(PayerLevel.UNSPECIFIED, "", "");

  Payer in(String filingTown) {
    return level == PayerLevel.TOWN ? new Payer(level, filingTown, fund) : this;
  }
}
