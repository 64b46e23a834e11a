package bangfu.payment.profile;

import java.util.Optional;

/** Tells whether a payment can stand in a bank's file. Not safe for several threads. */
public final class PaymentCheck {
  private final Layout<PaymentField> layout;
  private final Line line;

  PaymentCheck(Layout<PaymentField> layout) {
    this.layout = layout;
    this.line = new Line(layout);
  }

  /** Why a row cannot be written, by its first column that cannot; empty when it can. */
  public Optional<Unwritable> whyUnwritable(PaymentRow row) {
    return Optional.ofNullable(
        line.whyUnwritable(layout.columns(), field -> row.text(field, layout.unit())));
  }

  /**
   * Why one value of a row cannot be written; empty when it can, or when the file has no such
   * column.
   *
   * @param value as {@link PaymentRow} holds it; an amount as the profile writes it
   */
  public Optional<Unwritable> whyUnwritable(PaymentField field, String value) {
    for (Cell<PaymentField> cell : layout.columns()) {
      Unwritable why = cell.field() == field ? line.whyUnwritable(cell, value) : null;
      if (why != null) {
        return Optional.of(why);
      }
    }
    return Optional.empty();
  }
}
