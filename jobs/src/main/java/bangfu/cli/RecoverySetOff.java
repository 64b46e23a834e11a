package bangfu.cli;

import bangfu.batch.RecoveryDesk;
import bangfu.ledger.LineNumber;
import bangfu.payment.Recovery;
import bangfu.payment.SetOffDecision;
import bangfu.table.Yuan;
import java.util.Optional;

/** Whether a recovery is set off, by whom and how far, in a sentence. */
final class RecoverySetOff {
  private RecoverySetOff() {}

  /** Empty when it is not, and no prepared batch sets anything off. */
  static Optional<String> line(Recovery recovery, RecoveryDesk desk, Terminal terminal) {
    Optional<SetOffDecision> decision =
        recovery.state().isOpen() ? desk.setOffOf(recovery) : Optional.empty();
    if (decision.isEmpty() && recovery.preparedFen() == 0) {
      return Optional.empty();
    }
    String number = LineNumber.text(recovery.lineNo());
    String prepared = Yuan.format(recovery.preparedFen());
    return Optional.of(
        decision
            .map(
                inForce ->
                    terminal.text(
                        "set-off.in-force",
                        number,
                        inForce.by().name(),
                        limit(inForce.most().fen(), terminal),
                        limit(inForce.most().fenPerMonth(), terminal),
                        prepared))
            .orElseGet(() -> terminal.text("set-off.only-prepared", number, prepared)));
  }

  private static String limit(Long fen, Terminal terminal) {
    return fen == null ? terminal.text("set-off.no-limit") : Yuan.format(fen);
  }
}
