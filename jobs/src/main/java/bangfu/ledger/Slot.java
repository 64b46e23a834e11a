package bangfu.ledger;

import bangfu.engine.claim.PayeeKind;
import bangfu.engine.claim.PayerLevel;
import bangfu.engine.fold.Accrual;

/**
 * Where accruals and lines meet: everything of a key that the register decides. Fund and payer are
 * left out, for a sent line keeps those it had.
 */
record Slot(Place place, PayeeKind payeeKind, String payee) {

  /**
   * One sum that is due once.
   *
   * @param namedLevel the level that the clause itself names, else {@link PayerLevel#UNSPECIFIED}
   */
  record Sum(String clause, String subject, String period, PayerLevel namedLevel) {}

  /** A sum in a household. */
  record Place(Sum sum, String household) {}

  static Slot of(Accrual accrual) {
    Sum sum = new Sum(accrual.clause(), accrual.subject(), accrual.period().id(), accrual.payer());
    return new Slot(new Place(sum, accrual.household()), accrual.payeeKind(), accrual.payee());
  }

  static Slot of(LineKey key, PayerRules payers) {
    PayerLevel named =
        payers.namesItsPayers(key.clause()) ? key.payer().level() : PayerLevel.UNSPECIFIED;
    Sum sum = new Sum(key.clause(), key.subject(), key.period(), named);
    return new Slot(new Place(sum, key.household()), key.payeeKind(), key.payee());
  }

  Sum sum() {
    return place.sum();
  }

  LineKey paidBy(Payer payer) {
    return new LineKey(
        place.household(),
        sum().clause(),
        sum().subject(),
        sum().period(),
        payer,
        payeeKind,
        payee);
  }
}
