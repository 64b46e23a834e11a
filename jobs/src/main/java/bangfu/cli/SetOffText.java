package bangfu.cli;

import bangfu.payment.ReducedPayment;
import bangfu.table.Yuan;
import java.util.List;
import java.util.function.Consumer;

/** Payments of which a part pays recoveries, in a sentence each. */
final class SetOffText {
  private final Terminal terminal;

  SetOffText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Nothing at all when there is none. */
  void print(List<ReducedPayment> payments, Consumer<String> screen) {
    for (ReducedPayment payment : payments) {
      screen.accept(
          terminal.text(
              "set-off.payment",
              payment.detailNo(),
              payment.month().toString(),
              Yuan.format(payment.amountFen()),
              Yuan.format(payment.setOffFen()),
              String.join(" ", payment.recoveries()),
              Yuan.format(payment.paidFen()),
              terminal.text(payment.sent() ? "explain.sent" : "explain.unsent")));
    }
  }
}
